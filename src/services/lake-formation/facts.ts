import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required' },
    source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/security-data-protection.html',
    checked,
  },
  adminsMax: {
    value: 30,
    unit: 'administrator',
    source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/initial-lf-config.html',
    checked,
  },
});
