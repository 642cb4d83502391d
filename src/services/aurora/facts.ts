import { defineFacts } from '../../kit/facts';

const guide = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'optional', azCount: 1, backupDays: 1 },
    source: `${guide}/Overview.Encryption.html`,
    checked: '2026-11-20',
  },
  /** Engines as RDS calls them, their ports, and the major versions that it offers, newest first. */
  engines: {
    value: {
      mysql: { name: 'aurora-mysql', port: 3306, versions: ['8.0'], family: 'aurora-mysql' },
      postgresql: {
        name: 'aurora-postgresql',
        port: 5432,
        versions: ['17', '16', '15', '14', '13'],
        family: 'aurora-postgresql',
      },
    },
    source: `${guide}/Aurora.VersionPolicy.html`,
    checked,
  },
  instanceClasses: {
    value: [
      'db.serverless',
      'db.t3.medium',
      'db.t4g.medium',
      'db.r6g.large',
      'db.r6g.xlarge',
      'db.r6g.2xlarge',
      'db.r6g.4xlarge',
      'db.r6g.8xlarge',
      'db.r6g.16xlarge',
    ],
    source: `${guide}/Concepts.DBInstanceClass.html`,
    checked,
  },
  /** Capacity of Serverless v2. */
  capacityUnits: {
    value: { least: 0.5, most: 256 },
    unit: 'ACU',
    source: `${guide}/aurora-serverless-v2.setting-capacity.html`,
    checked,
  },
  backupDays: { value: { least: 1, most: 35 }, unit: 'day', source: `${guide}/Aurora.Managing.Backups.html`, checked },
  readersMax: { value: 15, unit: 'instance', source: `${guide}/CHAP_Limits.html`, checked },
});
