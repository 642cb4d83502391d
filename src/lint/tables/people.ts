import { defineFacts } from '../../kit/facts';

export const people = defineFacts({
  /** Stores that people query directly, with a sign-in of their own. */
  servingStores: {
    value: ['redshift', 'redshift-serverless', 'opensearch', 'opensearch-serverless'],
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
    checked: '2026-11-20',
  },
});
