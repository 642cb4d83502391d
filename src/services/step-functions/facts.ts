import { defineFacts } from '../../kit/facts';

const quotas = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 3, retries: 0 },
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
    checked: '2026-11-20',
  },
  expressMaxMinutes: { value: 5, unit: 'minute', source: quotas, checked: '2026-11-20' },
  standardMaxDays: { value: 365, unit: 'day', source: quotas, checked: '2026-11-20' },
  nameMax: { value: 80, unit: 'character', source: quotas, checked: '2026-11-26' },
  /** Of a retry, in the language of states. */
  retry: {
    value: { attemptsMax: 99_999_999, backoffMin: 1, intervalMaxSeconds: 99_999_999 },
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
    checked: '2026-11-26',
  },
});
