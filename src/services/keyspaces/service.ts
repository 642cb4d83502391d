import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'keyspaces',
  label: 'Amazon Keyspaces',
  summary: 'Wide-column tables for clients of Apache Cassandra, without servers.',
  stage: 'storage',
  role: 'store',
  searchWords: ['cassandra', 'cql', 'wide column', 'nosql', 'keyspace', 'mcs'],
  cloudFormationTypes: ['AWS::Cassandra::Table', 'AWS::Cassandra::Keyspace'],
  icon: { aws: 'architecture-service/AmazonKeyspaces' },
  documentation: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/what-is-keyspaces.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
