import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'opensearch',
  label: 'Amazon OpenSearch Service',
  summary: 'Searches and aggregates documents and logs within seconds of their arrival, with dashboards.',
  stage: 'storage',
  role: 'store',
  searchWords: ['elasticsearch', 'kibana', 'search', 'log analytics', 'dashboards', 'index', 'domain', 'vector'],
  cloudFormationTypes: ['AWS::OpenSearchService::Domain'],
  icon: { aws: 'architecture-service/AmazonOpenSearchService' },
  documentation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
