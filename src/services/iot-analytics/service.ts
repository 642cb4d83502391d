import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'iot-analytics',
  label: 'AWS IoT Analytics',
  summary: 'Cleaning and storing messages of devices.',
  stage: 'retired',
  role: 'process',
  searchWords: ['iot', 'telemetry'],
  cloudFormationTypes: ['AWS::IoTAnalytics::Pipeline'],
  icon: { codicon: 'archive' },
  retired: {
    status: 'ended',
    since: '2025-12-15',
    instead: 'IoT Core with Firehose or Kinesis, S3 and Athena',
    heirs: ['firehose', 'kinesis-data-streams'],
    source: 'https://docs.aws.amazon.com/iotanalytics/latest/userguide/iotanalytics-end-of-support.html',
  },
  config,
});
