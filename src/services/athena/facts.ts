import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'required', azCount: 3, retries: 0, timeoutMinutes: 30 },
    source: 'https://docs.aws.amazon.com/athena/latest/ug/encryption.html',
    checked,
  },
  queryTimeoutMinutes: {
    value: 30,
    unit: 'minute',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/service-limits.html',
    checked,
  },
  scanLimitMinBytes: {
    value: 10_000_000,
    unit: 'byte',
    source: 'https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html',
    checked,
  },
  usdPerTB: { value: 5, unit: 'USD/TB', source: 'https://aws.amazon.com/athena/pricing/', checked },
  /** Storage classes of which Athena reads nothing without a restore. */
  unreadableClasses: {
    value: ['GLACIER', 'DEEP_ARCHIVE'],
    source: 'https://docs.aws.amazon.com/athena/latest/ug/querying-glacier.html',
    checked,
  },
});
