import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'emr-eks',
  label: 'Amazon EMR on EKS',
  summary: 'Spark jobs on a Kubernetes cluster that is there already.',
  stage: 'processing',
  role: 'process',
  searchWords: ['spark', 'kubernetes', 'eks', 'containers'],
  cloudFormationTypes: ['AWS::EMRContainers::VirtualCluster'],
  icon: { aws: 'architecture-service/AmazonEMR' },
  documentation: 'https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/emr-eks.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
