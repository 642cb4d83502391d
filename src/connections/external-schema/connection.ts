import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'external-schema',
  summary: 'A warehouse queries tables of the lake in place.',
  pairs: [
    {
      from: 's3',
      to: 'redshift-spectrum',
      way: 'query',
      pattern: 'external schema on the catalog',
      permissions: [
        {
          role: 'warehouse role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: [
            's3:GetObject',
            's3:ListBucket',
            'glue:GetDatabase',
            'glue:GetDatabases',
            'glue:GetTable',
            'glue:GetTables',
            'glue:GetPartition',
            'glue:GetPartitions',
          ],
        },
      ],
    },
    {
      from: 'glue-catalog',
      to: 'redshift-spectrum',
      way: 'metadata',
      pattern: 'external schema',
      permissions: [
        {
          role: 'warehouse role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
        },
      ],
    },
    {
      from: 'redshift-spectrum',
      to: 'redshift',
      way: 'query',
      pattern: 'external tables, joined with the tables of the warehouse',
    },
    {
      from: 'iceberg-table',
      to: 'redshift-spectrum',
      way: 'query',
      pattern: 'external schema on the catalog',
      permissions: [
        {
          role: 'warehouse role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket', 'glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
        },
      ],
    },
  ],
});
