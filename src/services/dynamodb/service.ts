import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'dynamodb',
  label: 'Amazon DynamoDB',
  summary: 'Key-value and document tables that answer in milliseconds at any size.',
  stage: 'storage',
  role: 'store',
  searchWords: ['nosql', 'key-value', 'table', 'document', 'ddb', 'single-digit millisecond'],
  cloudFormationTypes: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  icon: { aws: 'architecture-service/AmazonDynamoDB' },
  documentation: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
