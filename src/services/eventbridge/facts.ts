import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const retries = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 3 },
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption.html',
    checked,
  },
  retries: { value: { most: 185, usual: 185 }, source: retries, checked },
  eventAgeMaxMinutes: { value: 1440, unit: 'minute', source: retries, checked },
  archiveMaxDays: {
    value: 36_500,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html',
    checked,
  },
  intervalMaxMinutes: {
    value: 44_640,
    unit: 'minute',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
    checked,
  },
  /** Services that report to the default bus of the account, whoever listens. */
  reporters: {
    value: ['s3', 'glue-crawler', 'glue-data-quality', 'macie'],
    source: 'https://docs.aws.amazon.com/eventbridge/latest/ref/welcome.html',
    checked,
  },
});
