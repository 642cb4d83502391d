import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'kinesis-analytics-sql',
  label: 'Kinesis Data Analytics for SQL',
  summary: 'SQL over streams.',
  stage: 'retired',
  role: 'process',
  searchWords: ['sql', 'stream', 'kda'],
  cloudFormationTypes: ['AWS::KinesisAnalytics::Application'],
  icon: { aws: 'architecture-service/AmazonKinesis' },
  retired: {
    status: 'ended',
    since: '2026-01-27',
    instead: 'Managed Service for Apache Flink',
    heirs: ['managed-flink'],
    source: 'https://docs.aws.amazon.com/kinesisanalytics/latest/dev/discontinuation.html',
  },
  config,
});
