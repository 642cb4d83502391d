import { defineFacts } from '../../kit/facts';

const guide = 'https://docs.aws.amazon.com/documentdb/latest/developerguide';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'optional', azCount: 1, backupDays: 1 },
    source: `${guide}/encryption-at-rest.html`,
    checked: '2026-11-20',
  },
  versions: { value: ['5.0.0', '4.0.0', '3.6.0'], source: `${guide}/release-notes.html`, checked },
  instanceTypes: {
    value: [
      'db.t3.medium',
      'db.t4g.medium',
      'db.r5.large',
      'db.r5.xlarge',
      'db.r5.2xlarge',
      'db.r5.4xlarge',
      'db.r6g.large',
      'db.r6g.xlarge',
      'db.r6g.2xlarge',
      'db.r6g.4xlarge',
      'db.r6g.8xlarge',
      'db.r6g.16xlarge',
    ],
    source: `${guide}/db-instance-classes.html`,
    checked,
  },
  /** One that writes, and up to fifteen that read. */
  instancesMax: { value: 16, unit: 'instance', source: `${guide}/limits.html`, checked },
  backupDays: { value: { least: 1, most: 35 }, unit: 'day', source: `${guide}/backup_restore.html`, checked },
  port: { value: 27_017, source: `${guide}/db-cluster-create.html`, checked },
});
