import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'ml-data',
  summary: 'Machine learning reads features and writes predictions.',
  pairs: [
    {
      from: 's3',
      to: 'sagemaker',
      way: 'native',
      pattern: 'training, processing and notebooks',
      permissions: [
        { role: 'execution role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 'redshift',
      to: 'sagemaker',
      way: 'native',
      pattern: 'Data API, or UNLOAD to S3',
      permissions: [
        {
          role: 'execution role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            'redshift-data:ExecuteStatement',
            'redshift-data:GetStatementResult',
            'redshift:GetClusterCredentials',
          ],
        },
      ],
    },
    {
      from: 'athena',
      to: 'sagemaker',
      way: 'native',
      pattern: 'notebook or processing query',
      permissions: [
        {
          role: 'execution role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['athena:StartQueryExecution', 'athena:GetQueryResults'],
        },
      ],
    },
    {
      from: 'sagemaker',
      to: 's3',
      way: 'native',
      pattern: 'models, features, predictions',
      permissions: [
        {
          role: 'execution role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'sagemaker',
      to: 'redshift',
      way: 'native',
      pattern: 'predictions through the Data API or S3',
      permissions: [
        {
          role: 'execution role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['redshift-data:ExecuteStatement'],
        },
      ],
    },
    {
      from: 'sagemaker',
      to: 'dynamodb',
      way: 'code',
      pattern: 'inference writer',
      permissions: [{ role: 'function', holder: 'outside', on: 'to', grant: 'role', actions: ['dynamodb:PutItem'] }],
    },
    {
      from: 'iceberg-table',
      to: 'sagemaker',
      way: 'native',
      pattern: 'features and training data',
      permissions: [
        {
          role: 'execution role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket', 'glue:GetTable'],
        },
      ],
    },
  ],
});
