import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'msk-connect',
  label: 'Amazon MSK Connect',
  summary: 'Runs Kafka Connect connectors, which copy topics to stores and stores to topics.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['kafka connect', 'connector', 'debezium', 's3 sink', 'mirrormaker', 'kafka'],
  cloudFormationTypes: [
    'AWS::KafkaConnect::Connector',
    'AWS::KafkaConnect::CustomPlugin',
    'AWS::KafkaConnect::WorkerConfiguration',
  ],
  icon: { aws: 'resource/AmazonMSKAmazonMSKConnect' },
  documentation: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
