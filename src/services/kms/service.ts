import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'kms',
  label: 'AWS KMS key',
  summary: 'A customer-managed key: who may decrypt is decided apart from who may read.',
  stage: 'governance',
  role: 'govern',
  searchWords: ['key', 'cmk', 'encryption', 'decrypt'],
  cloudFormationTypes: ['AWS::KMS::Key'],
  icon: { aws: 'architecture-service/AWSKeyManagementService' },
  documentation: 'https://docs.aws.amazon.com/kms/latest/developerguide/overview.html',
  config,
});
