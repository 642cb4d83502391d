import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required' },
    source: 'https://docs.aws.amazon.com/quicksight/latest/user/data-encryption.html',
    checked: '2026-11-20',
  },
  /** Use above which a direct query is the wrong choice, for data that may be as old as a refresh takes. */
  directQueryFor: {
    value: { queriesPerDay: 1000, concurrentUsers: 20, queryLatencySeconds: 5, freshnessSeconds: 900 },
    source: 'https://docs.aws.amazon.com/quicksight/latest/user/spice.html',
    checked: '2026-11-20',
  },
});
