import { defineFacts } from '../../kit/facts';

const quotas = 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html';
const checked = '2026-11-20';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 3, timeoutMinutes: 0.05, retries: 2 },
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
    checked,
  },
  timeoutMaxMinutes: { value: 15, unit: 'minute', source: quotas, checked },
  memoryMaxMB: { value: 10_240, unit: 'MB', source: quotas, checked },
  syncPayloadMaxMB: { value: 6, unit: 'MB', source: quotas, checked },
  /** The newest runtime of each family that aws-cdk-lib 2.276.0 knows. */
  newestRuntimes: {
    value: { nodejs: 'nodejs24.x', python: 'python3.15', java: 'java25' },
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    checked,
  },
  /** Days after the end of support until no function is created on a runtime any more. */
  runtimeRefusedAfterDays: {
    value: 30,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    checked,
  },
  /** Day on which AWS stops patching a runtime, oldest of each family first; the newest have none yet. */
  runtimeSupportEnds: {
    value: {
      'nodejs18.x': '2025-09-01',
      'nodejs20.x': '2026-04-30',
      'nodejs22.x': '2027-04-30',
      'python3.9': '2025-12-15',
      'python3.10': '2026-10-31',
      'python3.11': '2027-06-30',
      'python3.12': '2028-10-31',
      'python3.13': '2029-06-30',
      java11: '2027-06-30',
      java17: '2027-06-30',
      java21: '2029-06-30',
    },
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    checked,
  },
});
