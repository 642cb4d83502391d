import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'iot-core',
  label: 'AWS IoT Core',
  summary: 'Takes messages of devices over MQTT and passes them on by rules.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['mqtt', 'device', 'sensor', 'iot', 'rule', 'topic', 'thing'],
  cloudFormationTypes: ['AWS::IoT::TopicRule'],
  icon: { aws: 'architecture-service/AWSIoTCore' },
  documentation: 'https://docs.aws.amazon.com/iot/latest/developerguide/what-is-aws-iot.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
