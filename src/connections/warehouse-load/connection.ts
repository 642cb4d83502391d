import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'warehouse-load',
  summary: 'A warehouse copies files from the lake, or writes them there.',
  pairs: [
    {
      from: 's3',
      to: 'redshift',
      way: 'native',
      pattern: 'COPY, or auto-copy',
      permissions: [
        { role: 'warehouse role', holder: 'to', on: 'from', grant: 'role', actions: ['s3:GetObject', 's3:ListBucket'] },
      ],
    },
    {
      from: 'redshift',
      to: 's3',
      way: 'native',
      pattern: 'UNLOAD (Parquet)',
      permissions: [
        {
          role: 'warehouse role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:ListBucket', 's3:GetBucketLocation'],
        },
      ],
    },
  ],
});
