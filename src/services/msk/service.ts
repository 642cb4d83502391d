import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'msk',
  label: 'Amazon MSK',
  summary: 'Apache Kafka brokers, run by AWS: topics that any Kafka client writes and reads.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['kafka', 'managed streaming', 'topic', 'broker', 'event streaming', 'msk serverless', 'msk express'],
  cloudFormationTypes: ['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster'],
  icon: { aws: 'architecture-service/AmazonManagedStreamingforApacheKafka' },
  documentation: 'https://docs.aws.amazon.com/msk/latest/developerguide/what-is-msk.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
