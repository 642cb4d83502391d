import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'timestream-liveanalytics',
  label: 'Amazon Timestream for LiveAnalytics',
  summary: 'Time series in a serverless store.',
  stage: 'retired',
  role: 'store',
  searchWords: ['time series', 'metrics'],
  cloudFormationTypes: ['AWS::Timestream::Table'],
  icon: { aws: 'architecture-service/AmazonTimestream' },
  retired: {
    status: 'closed to new accounts',
    since: '2025-06-20',
    instead: 'Timestream for InfluxDB',
    heirs: ['timestream-influxdb'],
    source:
      'https://docs.aws.amazon.com/timestream/latest/developerguide/AmazonTimestreamForLiveAnalytics-availability-change.html',
  },
  config,
});
