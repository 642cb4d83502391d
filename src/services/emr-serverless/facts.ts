import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const guide = 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', retries: 0, timeoutMinutes: 720 },
    source: `${guide}jobs-spark.html`,
    checked,
  },
  /** What a design gets that names no release. */
  release: { value: 'emr-7.9.0', source: `${guide}release-versions.html`, checked: '2026-11-26' },
  idleMinutes: {
    value: { usual: 15, most: 10_080 },
    unit: 'minute',
    source: `${guide}what-is-emr-serverless.html`,
    checked,
  },
  vcpus: { value: [1, 2, 4, 8, 16], unit: 'vCPU', source: `${guide}app-behavior.html`, checked },
  /** GB of memory that a worker may have, by its vCPUs. */
  memoryGB: {
    value: { 1: [2, 8], 2: [4, 16], 4: [8, 30], 8: [16, 60], 16: [32, 120] },
    unit: 'GB',
    source: `${guide}app-behavior.html`,
    checked,
  },
  timeoutMaxMinutes: { value: 1_000_000, unit: 'minute', source: `${guide}jobs.html`, checked: '2026-11-26' },
});
