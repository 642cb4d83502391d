import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'documentdb',
  label: 'Amazon DocumentDB',
  summary: 'JSON documents, asked with the drivers and tools of MongoDB.',
  stage: 'storage',
  role: 'store',
  searchWords: ['mongodb', 'mongo', 'document', 'json', 'nosql', 'docdb', 'collection'],
  cloudFormationTypes: ['AWS::DocDB::DBCluster'],
  icon: { aws: 'architecture-service/AmazonDocumentDB' },
  documentation: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/what-is.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
