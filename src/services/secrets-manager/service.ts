import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'secrets-manager',
  label: 'AWS Secrets Manager',
  summary: 'A password, key or token that nobody types: services read it when they connect.',
  stage: 'governance',
  role: 'govern',
  searchWords: ['secret', 'password', 'credentials', 'token', 'api key', 'rotation'],
  cloudFormationTypes: ['AWS::SecretsManager::Secret'],
  icon: { aws: 'architecture-service/AWSSecretsManager' },
  documentation: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
