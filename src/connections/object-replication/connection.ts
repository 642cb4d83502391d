import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'object-replication',
  summary: 'S3 copies objects to another bucket.',
  pairs: [
    {
      from: 's3',
      to: 's3',
      way: 'native',
      pattern: 'replication, or a copy job',
      permissions: [
        {
          role: 'replication role',
          holder: 'from',
          on: 'from',
          grant: 'role',
          actions: [
            's3:GetReplicationConfiguration',
            's3:ListBucket',
            's3:GetObjectVersionForReplication',
            's3:GetObjectVersionAcl',
            's3:GetObjectVersionTagging',
          ],
        },
        {
          role: 'replication role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'],
        },
      ],
    },
  ],
});
