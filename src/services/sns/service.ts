import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'sns',
  label: 'Amazon SNS',
  summary: 'A topic that hands each message to all who subscribed: queues, functions, people.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['topic', 'notification', 'publish', 'subscribe', 'pub/sub', 'fan-out', 'e-mail', 'alert'],
  cloudFormationTypes: ['AWS::SNS::Topic'],
  icon: { aws: 'architecture-service/AmazonSimpleNotificationService' },
  documentation: 'https://docs.aws.amazon.com/sns/latest/dg/welcome.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
