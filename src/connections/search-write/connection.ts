import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'search-write',
  summary: 'Own code writes documents to a search index.',
  pairs: [
    {
      from: 'source.app',
      to: 'opensearch',
      way: 'native',
      pattern: 'bulk API, signed',
      permissions: [
        { role: 'application', holder: 'outside', on: 'to', grant: 'role', actions: ['es:ESHttpPost', 'es:ESHttpPut'] },
      ],
    },
    {
      from: 'lambda',
      to: 'opensearch',
      way: 'native',
      pattern: 'signed HTTP',
      permissions: [
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['es:ESHttpPost', 'es:ESHttpPut'] },
      ],
    },
    {
      from: 'redshift',
      to: 'opensearch',
      way: 'code',
      pattern: 'UNLOAD to S3, then ingestion',
      permissions: [{ role: 'pipeline role', holder: 'outside', on: 'to', grant: 'role', actions: ['s3:GetObject'] }],
      intermediates: ['s3'],
    },
  ],
});
