import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.kafka',
  label: 'Kafka outside',
  summary: 'Apache Kafka on premises or at another provider.',
  stage: 'source',
  role: 'source',
  searchWords: ['kafka', 'confluent', 'broker', 'topic', 'on premises'],
  cloudFormationTypes: [],
  icon: { codicon: 'broadcast' },
  config,
});
