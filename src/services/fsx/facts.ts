import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'optional', azCount: 1, backupDays: 0 },
    source: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-fsxl.html',
    checked: '2026-11-20',
  },
  /** Sizes of a persistent Lustre file system: its smallest, and its step. */
  lustreGiB: {
    value: [1200, 2400, 4800, 7200, 9600, 12_000, 24_000, 48_000],
    unit: 'GiB',
    source: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/increase-storage-capacity.html',
    checked: '2026-11-26',
  },
});
