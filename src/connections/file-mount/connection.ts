import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'file-mount',
  summary: 'A file system is mounted, or a volume attached.',
  pairs: [
    {
      from: 'efs',
      to: 'emr-ec2',
      way: 'connector',
      pattern: 'mount on the nodes',
      permissions: [
        {
          role: 'instance profile',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['elasticfilesystem:ClientMount'],
        },
      ],
    },
    {
      from: 'efs',
      to: 'lambda',
      way: 'native',
      pattern: 'mount',
      permissions: [
        {
          role: 'function',
          holder: 'to',
          on: 'from',
          grant: 'role',
          actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        },
      ],
    },
    {
      from: 'efs',
      to: 'app-consumer',
      way: 'native',
      pattern: 'mount',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['elasticfilesystem:ClientMount'],
        },
      ],
    },
    { from: 'fsx', to: 'app-consumer', way: 'native', pattern: 'mount' },
    {
      from: 'source.app',
      to: 'efs',
      way: 'native',
      pattern: 'mount',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        },
      ],
    },
    { from: 'source.app', to: 'fsx', way: 'native', pattern: 'mount' },
    { from: 'source.app', to: 'ebs', way: 'native', pattern: 'volume attached to the instance of the application' },
  ],
});
