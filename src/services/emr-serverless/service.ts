import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'emr-serverless',
  label: 'Amazon EMR Serverless',
  summary: 'Runs Spark and Hive jobs with workers that come and go, without clusters.',
  stage: 'processing',
  role: 'process',
  searchWords: ['emr', 'spark', 'hive', 'pyspark', 'hadoop', 'big data', 'serverless'],
  cloudFormationTypes: ['AWS::EMRServerless::Application'],
  icon: { aws: 'architecture-service/AmazonEMR' },
  documentation: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/emr-serverless.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
