import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'iot-events',
  label: 'AWS IoT Events',
  summary: 'Detecting states of devices.',
  stage: 'retired',
  role: 'process',
  searchWords: ['iot', 'alarm'],
  cloudFormationTypes: ['AWS::IoTEvents::DetectorModel'],
  icon: { aws: 'architecture-service/AWSIoTEvents' },
  retired: {
    status: 'ended',
    since: '2026-05-20',
    instead: 'Lambda, Managed Service for Apache Flink or Step Functions',
    heirs: ['lambda', 'managed-flink', 'step-functions'],
    source: 'https://docs.aws.amazon.com/iotevents/latest/developerguide/iotevents-end-of-support.html',
  },
  config,
});
