import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'kinesis-data-streams',
  label: 'Amazon Kinesis Data Streams',
  summary: 'A replayable stream for several consumers, ordered by key, below a second.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['stream', 'kds', 'shard', 'real time', 'replay'],
  cloudFormationTypes: ['AWS::Kinesis::Stream'],
  icon: { aws: 'architecture-service/AmazonKinesisDataStreams' },
  documentation: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
