import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'data-preparation',
  summary: 'A recipe cleans a data set.',
  pairs: [
    {
      from: 's3',
      to: 'glue-databrew',
      way: 'native',
      pattern: 'data set',
      permissions: [
        { role: 'service role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 'glue-databrew',
      to: 's3',
      way: 'native',
      pattern: 'recipe job output',
      permissions: [
        {
          role: 'service role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:ListBucket', 's3:DeleteObject'],
        },
      ],
    },
    {
      from: 'glue-databrew',
      to: 'redshift',
      way: 'native',
      pattern: 'JDBC output',
      permissions: [
        {
          role: 'service role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetConnection', 's3:PutObject', 's3:GetObject'],
        },
      ],
    },
    {
      from: 'glue-databrew',
      to: 'rds',
      way: 'native',
      pattern: 'JDBC output',
      permissions: [
        {
          role: 'service role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'redshift',
      to: 'glue-databrew',
      way: 'native',
      pattern: 'data set',
      permissions: [
        {
          role: 'service role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetConnection', 'redshift-data:ExecuteStatement', 'redshift-data:GetStatementResult'],
        },
      ],
    },
  ],
});
