import { defineFacts } from '../../kit/facts';

const limits = 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html';
const generator = 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html';
const checked = '2026-11-26';

export const facts = defineFacts({
  /** Secrets are always encrypted: under the key of the service unless another one is named. */
  nodeDefaults: {
    value: { encryption: 'aws-managed', tls: 'required' },
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
    checked,
  },
  /** Secrets that are rotated less often than this fail the control SecretsManager.4. */
  rotationMaxDays: {
    value: 90,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html',
    checked: '2026-11-20',
  },
  nameMaxLength: { value: 512, unit: 'character', source: limits, checked },
  /** Secrets Manager makes shorter and longer ones; databases take no more than 41 characters, the least of all engines. */
  passwordLength: { value: { min: 8, max: 128, usual: 32 }, unit: 'character', source: generator, checked },
});
