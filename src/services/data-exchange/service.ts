import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'data-exchange',
  label: 'AWS Data Exchange',
  summary: 'Data products of other companies, whose new revisions arrive by themselves.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['third party', 'subscription', 'data product', 'marketplace', 'provider'],
  cloudFormationTypes: ['AWS::DataExchange::EventAction'],
  icon: { aws: 'architecture-service/AWSDataExchange' },
  documentation: 'https://docs.aws.amazon.com/data-exchange/latest/userguide/what-is.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
