import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'required', azCount: 3 },
    source: 'https://docs.aws.amazon.com/athena/latest/ug/notebooks-spark.html',
    checked: '2026-11-20',
  },
});
