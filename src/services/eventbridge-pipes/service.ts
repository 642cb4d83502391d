import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'eventbridge-pipes',
  label: 'Amazon EventBridge Pipes',
  summary: 'Takes records of one stream or queue to one target, without code; a function may enrich them.',
  stage: 'ingestion',
  role: 'process',
  searchWords: ['pipe', 'point-to-point', 'enrichment', 'filter', 'stream', 'queue', 'event'],
  cloudFormationTypes: ['AWS::Pipes::Pipe'],
  icon: { aws: 'resource/AmazonEventBridgePipes' },
  documentation: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
