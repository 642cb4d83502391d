import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'fsx',
  label: 'Amazon FSx',
  summary: 'File systems for Windows, Lustre, OpenZFS and NetApp ONTAP.',
  stage: 'storage',
  role: 'store',
  searchWords: ['lustre', 'windows', 'openzfs', 'smb', 'hpc', 'file system'],
  cloudFormationTypes: ['AWS::FSx::FileSystem'],
  icon: { aws: 'architecture-service/AmazonFSx' },
  documentation: 'https://docs.aws.amazon.com/fsx/',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
