import { defineFacts } from '../../kit/facts';

const guide = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'off', azCount: 1, backupDays: 0 },
    source: `${guide}/at-rest-encryption.html`,
    checked: '2026-11-20',
  },
  /** Versions of each engine that the export makes, newest first. IAM authenticates from Valkey 7.2 and Redis OSS 7.0 on. */
  versions: {
    value: { valkey: ['8.0', '7.2'], redis: ['7.1', '7.0'] },
    source: `${guide}/engine-versions.html`,
    checked,
  },
  instanceTypes: {
    value: [
      'cache.t3.micro',
      'cache.t3.small',
      'cache.t3.medium',
      'cache.t4g.micro',
      'cache.t4g.small',
      'cache.t4g.medium',
      'cache.m6g.large',
      'cache.m6g.xlarge',
      'cache.m7g.large',
      'cache.m7g.xlarge',
      'cache.m7g.2xlarge',
      'cache.r6g.large',
      'cache.r6g.xlarge',
      'cache.r7g.large',
      'cache.r7g.xlarge',
      'cache.r7g.2xlarge',
      'cache.r7g.4xlarge',
    ],
    source: `${guide}/CacheNodes.SupportedTypes.html`,
    checked,
  },
  /** Nodes of a cluster: shards, with their replicas. AWS raises it to 500. */
  nodesMax: { value: 90, unit: 'node', source: `${guide}/quota-limits.html`, checked },
  replicasMax: { value: 5, unit: 'replica', source: `${guide}/Replication.Redis.Groups.html`, checked },
  backupDays: { value: { least: 0, most: 35 }, unit: 'day', source: `${guide}/backups-automatic.html`, checked },
  serverlessDataMaxGB: { value: 5000, unit: 'GB', source: `${guide}/quota-limits.html`, checked },
  serverlessUnitsMin: { value: 1000, unit: 'ECPU/s', source: `${guide}/Scaling.html`, checked },
  serverlessUnitsMax: { value: 15_000_000, unit: 'ECPU/s', source: `${guide}/Scaling.html`, checked },
  port: { value: 6379, source: `${guide}/accessing-elasticache.html`, checked },
});
