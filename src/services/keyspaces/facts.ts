import { defineFacts } from '../../kit/facts';

const guide = 'https://docs.aws.amazon.com/keyspaces/latest/devguide';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 3, backupDays: 0 },
    source: `${guide}/EncryptionAtRest.html`,
    checked,
  },
  /** Of keyspaces, tables and columns. */
  nameMax: { value: 48, unit: 'character', source: `${guide}/quotas.html`, checked },
  /** Read or write units of one table; AWS raises it. */
  capacityMax: { value: 40_000, unit: 'unit', source: `${guide}/quotas.html`, checked },
  /** Twenty years. */
  ttlMaxSeconds: { value: 630_720_000, unit: 'second', source: `${guide}/TTL.html`, checked },
});
