import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.iot-device',
  label: 'Device',
  summary: 'A device, a sensor or a gateway that sends over MQTT or HTTPS.',
  stage: 'source',
  role: 'source',
  searchWords: ['sensor', 'iot', 'gateway', 'thing', 'mqtt', 'e-bike', 'machine', 'telemetry', 'medical'],
  cloudFormationTypes: [],
  icon: { aws: 'resource/AWSIoTSensor' },
  config,
});
