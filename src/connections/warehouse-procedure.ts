import type { EdgeView } from '../kit/cdk';
import type { Permission } from '../kit/connection';

/** What events and pipes run in a warehouse by the Data API: a procedure of the user's. */
export function procedureCall({ design, edge, to }: Pick<EdgeView, 'design' | 'edge' | 'to'>) {
  const endpoint = design.endpoint(to);
  const procedure = (edge.prefix ?? edge.id).replace(/[^A-Za-z0-9_.]+/g, '_');
  const bySecret: Permission = {
    role: 'caller',
    holder: 'from',
    on: 'to',
    grant: 'role',
    actions: ['secretsmanager:GetSecretValue'],
  };
  return {
    procedure,
    sql: `CALL ${procedure}()`,
    statementName: edge.id.slice(0, 500),
    database: endpoint?.database ?? 'dev',
    secretManagerArn: endpoint?.secretArn,
    /** Permissions beyond the matrix. */
    more: endpoint?.secretArn === undefined ? [] : [bySecret],
  };
}
