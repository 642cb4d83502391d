import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required' },
    source: 'https://docs.aws.amazon.com/macie/latest/user/data-protection.html',
    checked,
  },
  /** Share of the matching objects that a job looks into. */
  samplingPercent: {
    value: { min: 1, max: 100 },
    unit: '%',
    source: 'https://docs.aws.amazon.com/macie/latest/APIReference/jobs.html',
    checked,
  },
});
