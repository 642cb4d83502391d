import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'macie',
  label: 'Amazon Macie',
  summary: 'Looks through buckets for personal and secret data, and reports where it lies.',
  stage: 'governance',
  role: 'govern',
  searchWords: ['pii', 'personal data', 'sensitive data', 'discovery', 'classification', 'gdpr'],
  cloudFormationTypes: ['AWS::Macie::Session'],
  icon: { aws: 'architecture-service/AmazonMacie' },
  documentation: 'https://docs.aws.amazon.com/macie/latest/user/what-is-macie.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
