import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'iceberg-table',
  label: 'Apache Iceberg table',
  summary: 'A lake table with transactions, changes of single rows and time travel, which every engine reads.',
  stage: 'storage',
  role: 'store',
  searchWords: ['iceberg', 'table format', 'lakehouse', 'time travel', 'upsert', 'merge', 'compaction', 'snapshot'],
  cloudFormationTypes: ['AWS::Glue::Table', 'AWS::S3Tables::Table'],
  icon: { aws: 'resource/AmazonSimpleStorageServiceS3Tables' },
  documentation: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/apache-iceberg-on-aws/introduction.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
