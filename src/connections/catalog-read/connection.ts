import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'catalog-read',
  summary: 'An engine looks table definitions up.',
  pairs: [
    {
      from: 'athena',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'table definitions',
      permissions: [
        {
          role: 'querying role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
        },
      ],
    },
  ],
});
