import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'datasync',
  label: 'AWS DataSync',
  summary: 'Copies files between file servers and AWS, on a schedule and verified.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['nfs', 'smb', 'hdfs', 'files', 'migration', 'copy', 'agent'],
  cloudFormationTypes: ['AWS::DataSync::Task'],
  icon: { aws: 'architecture-service/AWSDataSync' },
  documentation: 'https://docs.aws.amazon.com/datasync/latest/userguide/what-is-datasync.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
