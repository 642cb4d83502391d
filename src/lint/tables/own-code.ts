import { defineFacts } from '../../kit/facts';

export const ownCode = defineFacts({
  /** Kinds that run code of the design's owner, and so can call an SDK themselves. */
  kinds: {
    value: ['source.app', 'app-consumer', 'lambda', 'custom'],
    source: 'https://docs.aws.amazon.com/whitepapers/latest/aws-overview/analytics.html',
    checked: '2026-11-20',
  },
});
