import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'ebs',
  label: 'Amazon EBS',
  summary: 'A volume for the disk of one machine.',
  stage: 'storage',
  role: 'store',
  searchWords: ['volume', 'disk', 'block storage'],
  cloudFormationTypes: ['AWS::EC2::Volume'],
  icon: { aws: 'architecture-service/AmazonElasticBlockStore' },
  documentation: 'https://docs.aws.amazon.com/ebs/latest/userguide/what-is-ebs.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
