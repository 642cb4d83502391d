import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'efs',
  label: 'Amazon EFS',
  summary: 'A file system for many machines, which grows and shrinks with its files.',
  stage: 'storage',
  role: 'store',
  searchWords: ['nfs', 'file system', 'shared files', 'elastic'],
  cloudFormationTypes: ['AWS::EFS::FileSystem'],
  icon: { aws: 'architecture-service/AmazonEFS' },
  documentation: 'https://docs.aws.amazon.com/efs/latest/ug/whatisefs.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
