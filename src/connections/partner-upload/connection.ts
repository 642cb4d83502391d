import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'partner-upload',
  summary: 'Partners upload files over SFTP or AS2.',
  pairs: [
    { from: 'source.files', to: 'transfer-family', way: 'native', pattern: 'SFTP or AS2 client' },
    {
      from: 'transfer-family',
      to: 's3',
      way: 'native',
      pattern: 'user home directory',
      permissions: [
        {
          role: 'session role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:ListBucket', 's3:GetBucketLocation'],
        },
      ],
    },
    {
      from: 'transfer-family',
      to: 'efs',
      way: 'native',
      pattern: 'user home directory',
      permissions: [
        {
          role: 'session role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        },
      ],
    },
  ],
});
