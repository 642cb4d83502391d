import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { tls: 'required' },
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-security.html',
    checked,
  },
  workersMax: {
    value: 10,
    unit: 'worker',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/mkc-limits.html',
    checked,
  },
  /** MSK Connect Units of a worker: each is one vCPU and 4 GiB. */
  unitsPerWorker: {
    value: [1, 2, 4, 8],
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/mkc-workers.html',
    checked,
  },
});
