import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'format-schema',
  summary: 'The schema by which a delivery stream converts JSON to columns.',
  pairs: [
    {
      from: 'firehose',
      to: 'glue-catalog',
      way: 'metadata',
      pattern: 'schema for format conversion',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
        },
      ],
    },
  ],
});
