import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';
const guide = 'https://docs.aws.amazon.com/glue/latest/dg/';
const jobs = `${guide}aws-glue-api-jobs-job.html`;

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'required', azCount: 1, retries: 0, timeoutMinutes: 480 },
    source: jobs,
    checked: '2026-11-20',
  },
  versions: {
    value: ['0.9', '1.0', '2.0', '3.0', '4.0', '5.0', '5.1', '6.0'],
    source: `${guide}release-notes.html`,
    checked,
  },
  /** What a design gets that names no version. */
  newestVersion: { value: '5.1', source: `${guide}release-notes.html`, checked },
  /** The oldest version whose Spark jobs still start, and the day on which older ones stopped. */
  startable: {
    value: { from: '3.0', since: '2026-04-01' },
    source: `${guide}glue-version-support-policy.html`,
    checked: '2026-11-20',
  },
  /** The last version that runs Ray, and its runtime. */
  ray: { value: { version: '4.0', runtime: 'Ray2.4' }, source: `${guide}ray-jobs-section.html`, checked },
  /** Kinds of which a bookmark remembers how far a job has read: files, and databases by JDBC. */
  bookmarkSources: {
    value: ['s3', 'rds', 'aurora', 'redshift', 'source.database'],
    source: `${guide}monitor-continuations.html`,
    checked: '2026-11-20',
  },
  workerTypes: {
    value: [
      'Standard',
      'G.025X',
      'G.1X',
      'G.2X',
      'G.4X',
      'G.8X',
      'G.12X',
      'G.16X',
      'R.1X',
      'R.2X',
      'R.4X',
      'R.8X',
      'Z.2X',
    ],
    source: `${guide}worker-types.html`,
    checked,
  },
  workers: { value: { least: 2, most: 1000 }, unit: 'worker', source: jobs, checked },
  /** What AWS gives a job of which nobody says: ten workers, two for a stream. */
  workersByDefault: { value: { spark: 10, streaming: 2, ray: 2 }, unit: 'worker', source: jobs, checked: '2026-11-20' },
  pythonShellDpus: { value: { small: 0.0625, large: 1 }, unit: 'DPU', source: jobs, checked: '2026-11-20' },
  retriesMax: { value: 10, unit: 'retry', source: jobs, checked },
  timeoutMaxMinutes: { value: 10_080, unit: 'minute', source: jobs, checked },
  concurrentRunsMax: {
    value: 1000,
    unit: 'run',
    source: 'https://docs.aws.amazon.com/general/latest/gr/glue.html',
    checked: '2026-11-20',
  },
  windowSeconds: { value: 100, unit: 's', source: `${guide}add-job-streaming.html`, checked },
});
