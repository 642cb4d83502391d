import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required' },
    source: 'https://docs.aws.amazon.com/transfer/latest/userguide/encryption-at-rest.html',
    checked: '2026-11-20',
  },
  securityPolicies: {
    value: ['TransferSecurityPolicy-2025-03', 'TransferSecurityPolicy-2024-01', 'TransferSecurityPolicy-FIPS-2024-01'],
    source: 'https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html',
    checked: '2026-11-26',
  },
});
