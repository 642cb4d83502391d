import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'transfer-family',
  label: 'AWS Transfer Family',
  summary: 'Files of partners over SFTP, FTPS or AS2, straight into a bucket or a file system.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['sftp', 'ftps', 'as2', 'upload', 'partner', 'files', 'b2b'],
  cloudFormationTypes: ['AWS::Transfer::Server'],
  icon: { aws: 'architecture-service/AWSTransferFamily' },
  documentation: 'https://docs.aws.amazon.com/transfer/latest/userguide/what-is-aws-transfer-family.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
