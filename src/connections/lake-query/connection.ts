import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'lake-query',
  summary: 'SQL over the files of a bucket, in place.',
  pairs: [
    {
      from: 's3',
      to: 'athena',
      way: 'query',
      pattern: 'SQL on catalogued tables',
      permissions: [
        {
          role: 'querying role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: [
            'athena:StartQueryExecution',
            'athena:GetQueryExecution',
            'athena:GetQueryResults',
            'athena:GetWorkGroup',
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
          ],
        },
        {
          role: 'querying role',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket', 's3:GetBucketLocation'],
        },
      ],
    },
    {
      from: 'iceberg-table',
      to: 'athena',
      way: 'query',
      pattern: 'SQL, with time travel',
      permissions: [
        {
          role: 'querying role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: [
            'athena:StartQueryExecution',
            'athena:GetQueryExecution',
            'athena:GetQueryResults',
            'athena:GetWorkGroup',
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
          ],
        },
        {
          role: 'querying role',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket', 's3:GetBucketLocation'],
        },
      ],
    },
  ],
});
