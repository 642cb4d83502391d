import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'managed-flink',
  label: 'Managed Service for Apache Flink',
  summary: 'Runs Flink applications: windows, joins and patterns over streams, with state that survives failures.',
  stage: 'processing',
  role: 'process',
  searchWords: ['kinesis data analytics', 'apache flink', 'pyflink', 'stream processing', 'window', 'streaming sql'],
  cloudFormationTypes: [
    'AWS::KinesisAnalyticsV2::Application',
    'AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption',
  ],
  icon: { aws: 'architecture-service/AmazonManagedServiceforApacheFlink' },
  documentation: 'https://docs.aws.amazon.com/managed-flink/latest/java/what-is.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
