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
  runtimeSupportEnds: {
    value: { 'nodejs22.x': '2027-04-30', 'python3.13': '2029-06-30', java21: '2029-06-30' },
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    checked,
  },
});
