import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'file-transfer',
  summary: 'A transfer task copies files on a schedule and verifies them.',
  pairs: [
    {
      from: 'source.files',
      to: 'datasync',
      way: 'connector',
      pattern: 'agent for NFS, SMB, HDFS or object storage',
      permissions: [
        { role: 'operator', holder: 'outside', on: 'to', grant: 'role', actions: ['datasync:StartTaskExecution'] },
      ],
    },
    {
      from: 'datasync',
      to: 's3',
      way: 'native',
      pattern: 'task, any storage class',
      permissions: [
        {
          role: 'location role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            's3:GetBucketLocation',
            's3:ListBucket',
            's3:ListBucketMultipartUploads',
            's3:AbortMultipartUpload',
            's3:DeleteObject',
            's3:GetObject',
            's3:ListMultipartUploadParts',
            's3:PutObject',
            's3:GetObjectTagging',
            's3:PutObjectTagging',
          ],
        },
      ],
    },
    {
      from: 'datasync',
      to: 'efs',
      way: 'native',
      pattern: 'task',
      permissions: [
        {
          role: 'location role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'elasticfilesystem:ClientMount',
            'elasticfilesystem:ClientWrite',
            'elasticfilesystem:ClientRootAccess',
          ],
        },
      ],
    },
    { from: 'datasync', to: 'fsx', way: 'native', pattern: 'task' },
    {
      from: 's3',
      to: 'datasync',
      way: 'native',
      pattern: 'task',
      permissions: [
        {
          role: 'location role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:GetObject', 's3:GetObjectTagging'],
        },
      ],
    },
    {
      from: 'efs',
      to: 'datasync',
      way: 'native',
      pattern: 'task',
      permissions: [
        {
          role: 'location role',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientRootAccess'],
        },
      ],
    },
    { from: 'fsx', to: 'datasync', way: 'native', pattern: 'task' },
  ],
});
