import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'query-output',
  summary: 'A query engine writes results, CTAS and UNLOAD.',
  pairs: [
    {
      from: 'athena',
      to: 's3',
      way: 'native',
      pattern: 'results, CTAS, UNLOAD',
      permissions: [
        {
          role: 'querying role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: [
            's3:PutObject',
            's3:AbortMultipartUpload',
            's3:ListBucketMultipartUploads',
            's3:ListMultipartUploadParts',
          ],
        },
      ],
    },
    {
      from: 'athena',
      to: 'iceberg-table',
      way: 'native',
      pattern: 'INSERT, UPDATE, MERGE and CTAS',
      permissions: [
        {
          role: 'querying role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetTable', 'glue:UpdateTable', 's3:PutObject', 's3:AbortMultipartUpload'],
        },
      ],
    },
  ],
});
