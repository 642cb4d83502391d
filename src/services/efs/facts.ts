import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'optional', azCount: 3, backupDays: 0 },
    source: 'https://docs.aws.amazon.com/efs/latest/ug/encryption.html',
    checked: '2026-11-20',
  },
  archiveDays: {
    value: [1, 7, 14, 30, 60, 90, 180, 270, 365],
    unit: 'day',
    source: 'https://docs.aws.amazon.com/efs/latest/ug/lifecycle-management-efs.html',
    checked: '2026-11-26',
  },
});
