import { defineFacts } from '../../kit/facts';

const guide = 'https://docs.aws.amazon.com/timestream/latest/developerguide';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 1, backupDays: 0 },
    source: `${guide}/timestream-for-influx-security-encryption.html`,
    checked,
  },
  instanceTypes: {
    value: [
      'db.influx.medium',
      'db.influx.large',
      'db.influx.xlarge',
      'db.influx.2xlarge',
      'db.influx.4xlarge',
      'db.influx.8xlarge',
      'db.influx.12xlarge',
      'db.influx.16xlarge',
    ],
    source: `${guide}/timestream-for-influx-getting-started-creating-db-instance.html`,
    checked,
  },
  storageGiB: {
    value: { least: 20, most: 15_360 },
    unit: 'GiB',
    source: 'https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_CreateDbInstance.html',
    checked,
  },
  /** The faster kinds of storage begin at this size. */
  fastStorageMinGiB: {
    value: 400,
    unit: 'GiB',
    source: `${guide}/timestream-for-influx-getting-started-creating-db-instance.html`,
    checked,
  },
  port: {
    value: 8086,
    source: 'https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_CreateDbInstance.html',
    checked,
  },
});
