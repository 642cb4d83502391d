import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-managed', tls: 'required' },
    source: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html',
    checked: '2026-11-20',
  },
  retentionMaxHours: {
    value: 87_600,
    unit: 'hour',
    source: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_CreateStream.html',
    checked: '2026-11-26',
  },
});
