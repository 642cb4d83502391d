import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'lake-permission',
  summary: 'Lake Formation governs who reads which tables, columns and rows.',
  pairs: [
    {
      from: 's3',
      to: 'lake-formation',
      way: 'metadata',
      pattern: 'registered location',
      permissions: [
        {
          role: 'administrator',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['lakeformation:RegisterResource'],
        },
      ],
    },
    {
      from: 'athena',
      to: 'lake-formation',
      way: 'metadata',
      pattern: 'permission check and credentials',
      permissions: [
        { role: 'querying role', holder: 'outside', on: 'to', grant: 'role', actions: ['lakeformation:GetDataAccess'] },
      ],
    },
    {
      from: 'glue-catalog',
      to: 'lake-formation',
      way: 'metadata',
      pattern: 'governed tables and columns',
      permissions: [
        {
          role: 'administrator',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['lakeformation:GrantPermissions'],
        },
      ],
    },
    {
      from: 'emr-serverless',
      to: 'lake-formation',
      way: 'metadata',
      pattern: 'governed reads',
      permissions: [
        { role: 'job role', holder: 'from', on: 'to', grant: 'role', actions: ['lakeformation:GetDataAccess'] },
      ],
    },
    {
      from: 'lake-formation',
      to: 'persona',
      way: 'metadata',
      pattern: 'table, column, row or cell grant',
      permissions: [
        { role: 'grantee', holder: 'outside', on: 'from', grant: 'role', actions: ['lakeformation:GetDataAccess'] },
      ],
    },
    {
      from: 'iceberg-table',
      to: 'lake-formation',
      way: 'metadata',
      pattern: 'registered table',
      permissions: [
        {
          role: 'administrator',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['lakeformation:RegisterResource'],
        },
      ],
    },
  ],
});
