import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'optional', azCount: 1, backupDays: 0 },
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    checked: '2026-11-20',
  },
  sizeGiB: {
    value: { least: 1, most: 16_384 },
    unit: 'GiB',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html',
    checked: '2026-11-26',
  },
});
