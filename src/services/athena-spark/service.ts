import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'athena-spark',
  label: 'Amazon Athena for Apache Spark',
  summary: 'Notebooks and calculations in Spark, without a cluster to run.',
  stage: 'processing',
  role: 'process',
  searchWords: ['spark', 'notebook', 'pyspark', 'serverless'],
  cloudFormationTypes: ['AWS::Athena::WorkGroup'],
  icon: { aws: 'architecture-service/AmazonAthena' },
  documentation: 'https://docs.aws.amazon.com/athena/latest/ug/notebooks-spark.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
