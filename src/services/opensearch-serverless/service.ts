import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'opensearch-serverless',
  label: 'Amazon OpenSearch Serverless',
  summary: 'Collections of searchable documents, logs or vectors that size themselves.',
  stage: 'storage',
  role: 'store',
  searchWords: ['elasticsearch', 'collection', 'search', 'vector', 'aoss', 'log analytics', 'time series'],
  cloudFormationTypes: [
    'AWS::OpenSearchServerless::Collection',
    'AWS::OpenSearchServerless::SecurityPolicy',
    'AWS::OpenSearchServerless::AccessPolicy',
    'AWS::OpenSearchServerless::VpcEndpoint',
  ],
  icon: { aws: 'architecture-service/AmazonOpenSearchService' },
  documentation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
