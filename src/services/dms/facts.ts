import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-managed', tls: 'optional', azCount: 1 },
    source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html',
    checked: '2026-11-20',
  },
  capacityUnits: {
    value: [1, 2, 4, 8, 16, 32, 64, 128, 192, 256, 384],
    unit: 'DCU',
    source: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Serverless.html',
    checked: '2026-11-26',
  },
});
