import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'zero-etl',
  summary: 'A managed integration replicates a database into the warehouse.',
  pairs: [
    {
      from: 'dynamodb',
      to: 'redshift',
      way: 'zero-etl',
      pattern: 'zero-ETL integration, or COPY',
      permissions: [
        {
          role: 'COPY role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['dynamodb:Scan', 'dynamodb:DescribeTable'],
        },
      ],
    },
    {
      from: 'aurora',
      to: 'redshift',
      way: 'zero-etl',
      pattern: 'zero-ETL integration; federated query for small reads',
      permissions: [
        { role: 'integration owner', holder: 'outside', on: 'from', grant: 'role', actions: ['rds:CreateIntegration'] },
        {
          role: 'integration owner',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['redshift:CreateInboundIntegration'],
        },
      ],
    },
    {
      from: 'rds',
      to: 'redshift',
      way: 'zero-etl',
      pattern: 'zero-ETL integration (supported engines); federated query',
      permissions: [
        { role: 'integration owner', holder: 'outside', on: 'from', grant: 'role', actions: ['rds:CreateIntegration'] },
        {
          role: 'integration owner',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['redshift:CreateInboundIntegration'],
        },
      ],
    },
  ],
});
