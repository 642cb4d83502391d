import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'sqs',
  label: 'Amazon SQS',
  summary: 'A queue between what sends and what works: each message is handed to one receiver.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['queue', 'message', 'fifo', 'dead letter', 'dlq', 'buffer', 'decouple'],
  cloudFormationTypes: ['AWS::SQS::Queue'],
  icon: { aws: 'architecture-service/AmazonSimpleQueueService' },
  documentation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
