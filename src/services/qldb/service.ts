import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'qldb',
  label: 'Amazon QLDB',
  summary: 'A ledger that nobody can change unnoticed.',
  stage: 'retired',
  role: 'store',
  searchWords: ['ledger', 'audit'],
  cloudFormationTypes: ['AWS::QLDB::Ledger'],
  icon: { codicon: 'archive' },
  retired: {
    status: 'ended',
    since: '2025-07-31',
    instead: 'Aurora PostgreSQL with audit logs',
    heirs: ['aurora'],
    source: 'https://docs.aws.amazon.com/qldb/latest/developerguide/what-is.html',
  },
  config,
});
