import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required' },
    source: 'https://docs.aws.amazon.com/iot/latest/developerguide/data-encryption.html',
    checked: '2026-11-20',
  },
});
