import { defineFacts } from '../../kit/facts';

const guide = 'https://docs.aws.amazon.com/neptune/latest/userguide';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'optional', azCount: 1, backupDays: 1 },
    source: `${guide}/encrypt.html`,
    checked: '2026-11-20',
  },
  versions: {
    value: ['1.4.5.0', '1.4.4.0', '1.3.4.0', '1.3.2.1', '1.2.1.2'],
    source: `${guide}/engine-releases.html`,
    checked,
  },
  instanceTypes: {
    value: [
      'db.serverless',
      'db.t3.medium',
      'db.t4g.medium',
      'db.r5.large',
      'db.r5.xlarge',
      'db.r5.2xlarge',
      'db.r6g.large',
      'db.r6g.xlarge',
      'db.r6g.2xlarge',
      'db.r6g.4xlarge',
      'db.r6g.8xlarge',
      'db.r6g.16xlarge',
    ],
    source: `${guide}/instance-types.html`,
    checked,
  },
  /** Capacity of Neptune Serverless. */
  capacityUnits: {
    value: { least: 1, leastOfMost: 2.5, most: 128 },
    unit: 'NCU',
    source: `${guide}/neptune-serverless-capacity-scaling.html`,
    checked,
  },
  /** One that writes, and up to fifteen that read. */
  instancesMax: { value: 16, unit: 'instance', source: `${guide}/limits.html`, checked },
  backupDays: { value: { least: 1, most: 35 }, unit: 'day', source: `${guide}/backup-restore.html`, checked },
  port: { value: 8182, source: `${guide}/manage-console-launch.html`, checked },
});
