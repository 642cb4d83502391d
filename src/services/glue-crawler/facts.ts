import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { tls: 'required', azCount: 1, retries: 0 },
    source: 'https://docs.aws.amazon.com/glue/latest/dg/encryption-at-rest.html',
    checked: '2026-11-20',
  },
  shortestIntervalMinutes: {
    value: 5,
    unit: 'minute',
    source: 'https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html',
    checked: '2026-11-20',
  },
});
