import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'data-discovery',
  summary: 'Macie looks for sensitive data.',
  pairs: [{ from: 's3', to: 'macie', way: 'metadata', pattern: 'sensitive-data discovery' }],
});
