import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'serve-people',
  summary: 'What people open, run or download.',
  pairs: [
    {
      from: 'athena',
      to: 'persona',
      way: 'native',
      pattern: 'console, JDBC or ODBC',
      permissions: [
        {
          role: 'person',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: [
            'athena:StartQueryExecution',
            'athena:GetQueryExecution',
            'athena:GetQueryResults',
            'athena:GetWorkGroup',
          ],
        },
      ],
    },
    {
      from: 'redshift',
      to: 'persona',
      way: 'native',
      pattern: 'query editor, JDBC or ODBC',
      permissions: [
        {
          role: 'person',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: [
            'redshift:GetClusterCredentialsWithIAM',
            'redshift-data:ExecuteStatement',
            'redshift-data:GetStatementResult',
          ],
        },
      ],
    },
    {
      from: 'opensearch',
      to: 'persona',
      way: 'native',
      pattern: 'OpenSearch Dashboards',
      permissions: [
        { role: 'person', holder: 'outside', on: 'from', grant: 'role', actions: ['es:ESHttpGet', 'es:ESHttpPost'] },
      ],
    },
    {
      from: 'sagemaker',
      to: 'persona',
      way: 'native',
      pattern: 'Studio',
      permissions: [
        {
          role: 'person',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['sagemaker:CreatePresignedDomainUrl'],
        },
      ],
    },
    {
      from: 's3',
      to: 'persona',
      way: 'native',
      pattern: 'prefix-scoped download; prefer a query engine',
      permissions: [
        { role: 'person', holder: 'outside', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    { from: 'sns', to: 'persona', way: 'native', pattern: 'e-mail, text message, push' },
    {
      from: 'cloudwatch',
      to: 'persona',
      way: 'native',
      pattern: 'dashboards and alarms',
      permissions: [
        {
          role: 'person',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['cloudwatch:GetDashboard', 'cloudwatch:GetMetricData'],
        },
      ],
    },
    {
      from: 'quicksight',
      to: 'persona',
      way: 'native',
      pattern: 'dashboard share, embed, e-mail report',
      permissions: [
        {
          role: 'reader',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['quicksight:DescribeDashboard', 'quicksight:GetDashboardEmbedUrl'],
        },
      ],
    },
  ],
});
