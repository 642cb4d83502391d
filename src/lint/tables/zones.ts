import { defineFacts } from '../../kit/facts';

export const zoneTable = defineFacts({
  /** How far data has come in a lake. */
  ranks: {
    value: { drop: 0, landing: 0, raw: 1, trusted: 2, analytics: 2, curated: 3, serving: 3 },
    source: 'https://docs.aws.amazon.com/whitepapers/latest/building-data-lakes/data-lake-foundation.html',
    checked: '2026-11-20',
  },
  /** What each rank is called where it is missing. */
  names: {
    value: ['landing', 'raw', 'trusted', 'curated'],
    source: 'https://docs.aws.amazon.com/whitepapers/latest/building-data-lakes/data-lake-foundation.html',
    checked: '2026-11-20',
  },
  /** Persona types for whom data is aggregated and documented first. */
  curatedReaders: {
    value: ['data-analyst', 'business-analyst', 'executive'],
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
    checked: '2026-11-20',
  },
  /** Persona types that may read originals. */
  rawReaders: {
    value: ['data-engineer', 'devops', 'data-steward'],
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
    checked: '2026-11-20',
  },
});
