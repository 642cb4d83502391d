import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.database',
  label: 'Database outside',
  summary: 'A database on premises, in another account or at another provider.',
  stage: 'source',
  role: 'source',
  searchWords: ['oracle', 'mysql', 'postgresql', 'sql server', 'on premises', 'oltp', 'legacy'],
  cloudFormationTypes: [],
  icon: { codicon: 'database' },
  config,
});
