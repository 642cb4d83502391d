import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.files',
  label: 'File share',
  summary: 'Files on a share: NFS, SMB, HDFS, an object store or an SFTP drop.',
  stage: 'source',
  role: 'source',
  searchWords: ['nas', 'nfs', 'smb', 'hdfs', 'sftp', 'on premises', 'research files', 'share'],
  cloudFormationTypes: [],
  icon: { codicon: 'files' },
  config,
});
