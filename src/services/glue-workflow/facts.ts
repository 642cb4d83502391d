import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 3, retries: 0 },
    source: 'https://docs.aws.amazon.com/glue/latest/dg/workflows_overview.html',
    checked: '2026-11-20',
  },
  /** Of an event trigger: events that start a run together, and how long it waits for them. */
  batch: {
    value: { sizeMax: 100, windowMaxSeconds: 900 },
    source: 'https://docs.aws.amazon.com/glue/latest/webapi/API_EventBatchingCondition.html',
    checked,
  },
  runsMax: {
    value: 1000,
    unit: 'run',
    source: 'https://docs.aws.amazon.com/general/latest/gr/glue.html',
    checked,
  },
});
