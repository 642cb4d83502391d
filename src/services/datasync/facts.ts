import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-managed', tls: 'required' },
    source: 'https://docs.aws.amazon.com/datasync/latest/userguide/encryption-in-transit.html',
    checked: '2026-11-20',
  },
  intervalMinMinutes: {
    value: 60,
    unit: 'min',
    source: 'https://docs.aws.amazon.com/datasync/latest/userguide/task-scheduling.html',
    checked: '2026-11-26',
  },
});
