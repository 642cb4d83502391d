import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 2 },
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-overview.html',
    checked: '2026-11-20',
  },
  /** A collection and each of its policies. */
  nameMaxLength: {
    value: 32,
    unit: 'character',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_CreateCollection.html',
    checked: '2026-11-26',
  },
  retentionMaxDays: {
    value: 3650,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-lifecycle.html',
    checked: '2026-11-26',
  },
});
