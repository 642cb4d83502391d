import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'firehose-transform',
  summary: 'A delivery stream passes records through a function before it delivers them.',
  pairs: [
    {
      from: 'firehose',
      to: 'lambda',
      way: 'native',
      pattern: 'record transform (not a destination)',
      permissions: [
        {
          role: 'delivery role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'],
        },
      ],
    },
  ],
});
