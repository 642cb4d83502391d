import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'source-pull',
  summary: 'Own code fetches data from outside AWS.',
  pairs: [
    {
      from: 'source.saas',
      to: 'lambda',
      way: 'code',
      pattern: 'own code; AppFlow does it',
      permissions: [
        { role: 'function', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'source.saas',
      to: 'glue-job',
      way: 'connector',
      pattern: 'own code or a marketplace connector; AppFlow does it',
      permissions: [
        { role: 'job role', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
      intermediates: ['lambda'],
    },
    {
      from: 'source.saas',
      to: 's3',
      way: 'code',
      pattern: 'own code; AppFlow does it',
      permissions: [
        {
          role: 'function',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 'secretsmanager:GetSecretValue'],
        },
      ],
      intermediates: ['lambda', 'appflow'],
    },
    {
      from: 'source.database',
      to: 'glue-job',
      way: 'connector',
      pattern: 'JDBC connection in the VPC',
      permissions: [
        {
          role: 'job role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetConnection', 'secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'source.files',
      to: 'lambda',
      way: 'code',
      pattern: 'own code; DataSync does it',
      permissions: [
        { role: 'function', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'source.third-party',
      to: 'lambda',
      way: 'code',
      pattern: "own code against the provider's API; Data Exchange does it",
      permissions: [
        { role: 'function', holder: 'to', on: 'from', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'source.kafka',
      to: 'lambda',
      way: 'native',
      pattern: 'event source for self-managed Kafka',
      permissions: [
        {
          role: 'function',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'secretsmanager:GetSecretValue',
            'ec2:CreateNetworkInterface',
            'ec2:DescribeNetworkInterfaces',
            'ec2:DeleteNetworkInterface',
          ],
        },
      ],
    },
  ],
});
