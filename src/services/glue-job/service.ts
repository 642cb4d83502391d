import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'glue-job',
  label: 'AWS Glue job',
  summary: 'Runs Spark or Python scripts over lakes, databases and streams, without servers.',
  stage: 'processing',
  role: 'process',
  searchWords: ['glue', 'etl', 'spark', 'pyspark', 'python shell', 'streaming etl', 'transform', 'ray'],
  cloudFormationTypes: ['AWS::Glue::Job', 'AWS::Glue::Connection', 'AWS::Glue::SecurityConfiguration'],
  icon: { aws: 'architecture-service/AWSGlue' },
  documentation: 'https://docs.aws.amazon.com/glue/latest/dg/author-job-glue.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
