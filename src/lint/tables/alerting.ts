import { defineFacts } from '../../kit/facts';

export const alerting = defineFacts({
  /** Kinds at which messages are for people, and are kept in logs and mailboxes. */
  readers: {
    value: ['persona', 'cloudwatch'],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/WhatIsCloudWatch.html',
    checked: '2026-11-20',
  },
});
