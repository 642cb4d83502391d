import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'firehose',
  label: 'Amazon Data Firehose',
  summary: 'Delivers a stream in micro-batches to a store, converted and compressed, without code.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['kinesis firehose', 'delivery stream', 'buffer', 'parquet', 'streaming'],
  cloudFormationTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  icon: { aws: 'architecture-service/AmazonDataFirehose' },
  documentation: 'https://docs.aws.amazon.com/firehose/latest/dev/what-is-this-service.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
