import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'federated-query',
  summary: 'Athena queries a database in place through a connector function.',
  pairs: [
    {
      from: 'source.database',
      to: 'athena',
      way: 'connector',
      pattern: 'federated connector (Lambda)',
      permissions: [
        {
          role: 'querying role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['lambda:InvokeFunction', 'athena:StartQueryExecution', 'athena:GetQueryResults'],
        },
      ],
    },
    {
      from: 'msk',
      to: 'athena',
      way: 'connector',
      pattern: 'federated connector (Lambda)',
      permissions: [
        { role: 'querying role', holder: 'outside', on: 'to', grant: 'role', actions: ['lambda:InvokeFunction'] },
      ],
      intermediates: ['lambda'],
    },
    {
      from: 'dynamodb',
      to: 'athena',
      way: 'query',
      pattern: 'federated connector (Lambda)',
      permissions: [
        {
          role: 'connector',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['dynamodb:DescribeTable', 'dynamodb:ListTables', 'dynamodb:Query', 'dynamodb:Scan'],
        },
      ],
    },
    {
      from: 'aurora',
      to: 'athena',
      way: 'query',
      pattern: 'federated connector (Lambda)',
      permissions: [
        { role: 'connector', holder: 'outside', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'rds',
      to: 'athena',
      way: 'query',
      pattern: 'federated connector (Lambda)',
      permissions: [
        { role: 'connector', holder: 'outside', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'documentdb',
      to: 'athena',
      way: 'query',
      pattern: 'federated connector (Lambda)',
      permissions: [
        { role: 'connector', holder: 'outside', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'neptune',
      to: 'athena',
      way: 'query',
      pattern: 'federated connector (Lambda)',
      permissions: [
        { role: 'connector', holder: 'outside', on: 'from', grant: 'role', actions: ['neptune-db:ReadDataViaQuery'] },
      ],
    },
    {
      from: 'redshift',
      to: 'athena',
      way: 'query',
      pattern: 'federated connector (Lambda)',
      permissions: [
        {
          role: 'connector',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['redshift-data:ExecuteStatement', 'redshift-data:GetStatementResult'],
        },
      ],
    },
    {
      from: 'opensearch',
      to: 'athena',
      way: 'query',
      pattern: 'federated connector (Lambda)',
      permissions: [{ role: 'connector', holder: 'outside', on: 'from', grant: 'role', actions: ['es:ESHttpGet'] }],
    },
  ],
});
