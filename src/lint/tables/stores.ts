import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const stores = defineFacts({
  /** Kinds in which a row with the same key takes the place of the old one. */
  replaceByKey: {
    value: ['dynamodb', 'keyspaces', 'elasticache'],
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html',
    checked,
  },
});
