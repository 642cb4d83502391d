import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'required', retries: 0, timeoutMinutes: 2880 },
    source: 'https://docs.aws.amazon.com/databrew/latest/dg/encryption-security-configuration.html',
    checked: '2026-11-20',
  },
  nodesMax: {
    value: 149,
    unit: 'node',
    source: 'https://docs.aws.amazon.com/databrew/latest/dg/jobs.recipe.html',
    checked: '2026-11-26',
  },
});
