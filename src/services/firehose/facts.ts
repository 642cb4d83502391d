import { defineFacts } from '../../kit/facts';

const quotas = 'https://docs.aws.amazon.com/firehose/latest/dev/limits.html';
const checked = '2026-11-20';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'required', azCount: 3 },
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/encryption.html',
    checked,
  },
  recordMaxKiB: { value: 1000, unit: 'KiB', source: quotas, checked },
  /** Delivery retries of undelivered records end here; delivered records are gone at once. */
  undeliveredMaxHours: {
    value: 24,
    unit: 'hour',
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/retry.html',
    checked,
  },
  usualDelaySeconds: {
    value: 60,
    unit: 's',
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/buffering-hints.html',
    checked,
  },
  leastDelaySeconds: {
    value: 5,
    unit: 's',
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/buffering-hints.html',
    checked,
  },
  bufferMaxSeconds: { value: 900, unit: 's', source: quotas, checked },
  bufferMaxMB: { value: 128, unit: 'MiB', source: quotas, checked },
  /** Objects below this size cost readers more to open than to read. */
  smallestObjectMB: {
    value: 5,
    unit: 'MB',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/performance-tuning-data-optimization-techniques.html',
    checked,
  },
  conversionBufferMinMB: { value: 64, unit: 'MiB', source: quotas, checked },
  partitionKeysMax: {
    value: 50,
    unit: 'key',
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html',
    checked: '2026-11-26',
  },
  retryMaxSeconds: {
    value: 7200,
    unit: 's',
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/retry.html',
    checked: '2026-11-26',
  },
  /** Largest buffers of destinations other than S3. */
  bufferMaxMBBeside: {
    value: { opensearch: 100, http: 64 },
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/buffering-hints.html',
    checked,
  },
  directPutQuota: {
    value: { mibPerSecond: 5, requestsPerSecond: 2000, recordsPerSecond: 500_000 },
    source: quotas,
    checked,
  },
  directPutQuotaElsewhere: {
    value: { mibPerSecond: 1, requestsPerSecond: 1000, recordsPerSecond: 100_000 },
    source: quotas,
    checked,
  },
  directPutLargeRegions: { value: ['us-east-1', 'us-west-2', 'eu-west-1'], source: quotas, checked },
  /** Kinds of the catalogue that a delivery stream can have as its destination. */
  destinations: {
    value: [
      's3',
      'redshift',
      'redshift-serverless',
      'opensearch',
      'opensearch-serverless',
      'iceberg-table',
      'http-endpoint',
      'api-gateway',
    ],
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html',
    checked,
  },
});
