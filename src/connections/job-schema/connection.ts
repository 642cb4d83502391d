import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'job-schema',
  summary: 'A job reads and writes table definitions.',
  pairs: [
    {
      from: 'glue-job',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'updates the table it writes',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:UpdateTable',
            'glue:CreatePartition',
            'glue:BatchCreatePartition',
          ],
        },
      ],
    },
    {
      from: 'emr-ec2',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'metastore',
      permissions: [
        {
          role: 'instance profile',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:BatchCreatePartition',
          ],
        },
      ],
    },
    {
      from: 'emr-serverless',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'metastore',
      permissions: [
        {
          role: 'job role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:BatchCreatePartition',
          ],
        },
      ],
    },
    {
      from: 'emr-eks',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'metastore',
      permissions: [
        {
          role: 'execution role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:BatchCreatePartition',
          ],
        },
      ],
    },
    {
      from: 'athena-spark',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'metastore',
      permissions: [
        {
          role: 'session role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:BatchCreatePartition',
          ],
        },
      ],
    },
  ],
});
