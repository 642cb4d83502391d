import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'athena',
  label: 'Amazon Athena',
  summary: 'SQL over files in the lake, paid by the bytes scanned.',
  stage: 'analytics',
  role: 'consume',
  searchWords: ['sql', 'query', 'presto', 'trino', 'ad hoc', 'workgroup'],
  cloudFormationTypes: ['AWS::Athena::WorkGroup'],
  icon: { aws: 'architecture-service/AmazonAthena' },
  documentation: 'https://docs.aws.amazon.com/athena/latest/ug/what-is.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
