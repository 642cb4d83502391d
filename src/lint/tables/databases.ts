import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const databases = defineFacts({
  /** Zones from which a database survives the loss of one. */
  zones: {
    value: 2,
    unit: 'Availability Zone',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html',
    checked,
  },
  /** Days of backups that Security Hub expects of databases and clusters. */
  backupDays: {
    value: 7,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11',
    checked,
  },
});
