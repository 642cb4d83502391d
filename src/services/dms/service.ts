import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'dms',
  label: 'AWS Database Migration Service',
  summary: 'Copies databases once or continuously, while they stay in use.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['migration', 'replication', 'cdc', 'change data capture', 'database', 'oracle'],
  cloudFormationTypes: ['AWS::DMS::ReplicationConfig', 'AWS::DMS::ReplicationTask'],
  icon: { aws: 'architecture-service/AWSDatabaseMigrationService' },
  documentation: 'https://docs.aws.amazon.com/dms/latest/userguide/Welcome.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
