import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'database-client',
  summary: 'An application or a function connects to a database.',
  pairs: [
    {
      from: 'source.app',
      to: 'dynamodb',
      way: 'native',
      pattern: 'SDK',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:GetItem', 'dynamodb:Query'],
        },
      ],
    },
    {
      from: 'source.app',
      to: 'aurora',
      way: 'native',
      pattern: 'SQL driver, IAM database authentication',
      permissions: [{ role: 'application', holder: 'outside', on: 'to', grant: 'role', actions: ['rds-db:connect'] }],
    },
    {
      from: 'source.app',
      to: 'rds',
      way: 'native',
      pattern: 'SQL driver, IAM database authentication',
      permissions: [{ role: 'application', holder: 'outside', on: 'to', grant: 'role', actions: ['rds-db:connect'] }],
    },
    {
      from: 'source.app',
      to: 'documentdb',
      way: 'native',
      pattern: 'MongoDB driver, secret',
      permissions: [
        { role: 'application', holder: 'outside', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'source.app',
      to: 'neptune',
      way: 'native',
      pattern: 'Gremlin or openCypher, IAM authentication',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['neptune-db:WriteDataViaQuery', 'neptune-db:ReadDataViaQuery'],
        },
      ],
    },
    {
      from: 'source.app',
      to: 'keyspaces',
      way: 'native',
      pattern: 'Cassandra driver, SigV4',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['cassandra:Modify', 'cassandra:Select'],
        },
      ],
    },
    {
      from: 'source.app',
      to: 'elasticache',
      way: 'native',
      pattern: 'Redis or Valkey client, IAM authentication',
      permissions: [
        { role: 'application', holder: 'outside', on: 'to', grant: 'role', actions: ['elasticache:Connect'] },
      ],
    },
    {
      from: 'source.app',
      to: 'timestream-influxdb',
      way: 'native',
      pattern: 'line protocol, token in a secret',
      permissions: [
        { role: 'application', holder: 'outside', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'lambda',
      to: 'dynamodb',
      way: 'native',
      pattern: 'SDK',
      permissions: [
        {
          role: 'function',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
        },
      ],
    },
    {
      from: 'lambda',
      to: 'redshift',
      way: 'native',
      pattern: 'Data API',
      permissions: [
        {
          role: 'function',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'redshift-data:ExecuteStatement',
            'redshift-data:DescribeStatement',
            'redshift-data:GetStatementResult',
          ],
        },
      ],
    },
    {
      from: 'lambda',
      to: 'aurora',
      way: 'native',
      pattern: 'RDS Proxy or Data API',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['rds-db:connect'] }],
    },
    {
      from: 'lambda',
      to: 'rds',
      way: 'native',
      pattern: 'RDS Proxy',
      permissions: [{ role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['rds-db:connect'] }],
    },
    {
      from: 'lambda',
      to: 'timestream-influxdb',
      way: 'native',
      pattern: 'client in the VPC',
      permissions: [
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'lambda',
      to: 'documentdb',
      way: 'native',
      pattern: 'driver in the VPC',
      permissions: [
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'lambda',
      to: 'neptune',
      way: 'native',
      pattern: 'signed HTTP in the VPC',
      permissions: [
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['neptune-db:WriteDataViaQuery'] },
      ],
    },
  ],
});
