import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'opensearch-ingestion',
  label: 'Amazon OpenSearch Ingestion',
  summary: 'Managed pipelines that read streams, tables and files into a search index or a bucket.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['data prepper', 'osis', 'pipeline', 'logs', 'opensearch', 'ingest'],
  cloudFormationTypes: ['AWS::OSIS::Pipeline'],
  icon: { aws: 'resource/AmazonOpenSearchServiceOpenSearchIngestion' },
  documentation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ingestion.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
