import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'required', azCount: 3 },
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    checked,
  },
  displayNameMax: {
    value: 100,
    unit: 'character',
    source: 'https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html',
    checked,
  },
  archiveMaxDays: {
    value: 365,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-topic-owner.html',
    checked,
  },
});
