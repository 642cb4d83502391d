import { defineFacts } from '../../kit/facts';

export const personaNeeds = defineFacts({
  /** What people of a type do with data, where their needs are not declared. */
  byType: {
    value: {
      'data-engineer': ['pipeline'],
      'data-scientist': ['ml'],
      'data-analyst': ['ad-hoc-sql'],
      'business-analyst': ['dashboard'],
      executive: ['dashboard'],
      devops: ['monitoring'],
      'data-steward': [],
      auditor: ['ad-hoc-sql'],
      application: [],
      external: [],
    },
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
    checked: '2026-11-20',
  },
  /** Persona types for whom reading is enough. */
  readers: {
    value: ['business-analyst', 'data-analyst', 'data-scientist', 'auditor'],
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
    checked: '2026-11-20',
  },
});
