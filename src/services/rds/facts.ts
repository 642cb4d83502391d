import { defineFacts } from '../../kit/facts';

const guide = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'optional', azCount: 1, backupDays: 1 },
    source: `${guide}/Overview.Encryption.html`,
    checked: '2026-11-20',
  },
  /**
   * Engines as RDS calls them, with their ports, the versions that it offers (newest first), the licence, the logs that it
   * sends, whether IAM lets users in, and whether they run on Graviton.
   */
  engines: {
    value: {
      mysql: {
        name: 'mysql',
        port: 3306,
        versions: ['8.4', '8.0'],
        licence: 'general-public-license',
        iam: true,
        arm: true,
      },
      mariadb: {
        name: 'mariadb',
        port: 3306,
        versions: ['11.4', '10.11', '10.6'],
        licence: 'general-public-license',
        iam: true,
        arm: true,
      },
      postgresql: {
        name: 'postgres',
        port: 5432,
        versions: ['17', '16', '15', '14', '13'],
        licence: 'postgresql-license',
        iam: true,
        arm: true,
      },
      oracle: { name: 'oracle-se2', port: 1521, versions: ['19'], licence: 'license-included', iam: false, arm: false },
      sqlserver: {
        name: 'sqlserver-se',
        port: 1433,
        versions: ['16.00', '15.00'],
        licence: 'license-included',
        iam: false,
        arm: false,
      },
      db2: { name: 'db2-se', port: 50_000, versions: ['11.5'], licence: 'marketplace-license', iam: false, arm: false },
    },
    source: `${guide}/Welcome.html`,
    checked,
  },
  instanceClasses: {
    value: [
      'db.t3.medium',
      'db.t3.large',
      'db.t4g.medium',
      'db.t4g.large',
      'db.m6g.large',
      'db.m6g.xlarge',
      'db.m6g.2xlarge',
      'db.m6i.large',
      'db.m6i.xlarge',
      'db.m6i.2xlarge',
      'db.r6g.large',
      'db.r6g.xlarge',
      'db.r6g.2xlarge',
      'db.r6i.large',
      'db.r6i.xlarge',
      'db.r6i.2xlarge',
    ],
    source: `${guide}/Concepts.DBInstanceClass.html`,
    checked,
  },
  storageGiB: { value: { least: 20, most: 65_536 }, unit: 'GiB', source: `${guide}/CHAP_Storage.html`, checked },
  backupDays: {
    value: { least: 0, most: 35 },
    unit: 'day',
    source: `${guide}/USER_WorkingWithAutomatedBackups.BackupRetention.html`,
    checked,
  },
});
