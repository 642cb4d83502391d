import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'api-function',
  summary: 'API Gateway hands each request to a function.',
  pairs: [
    {
      from: 'api-gateway',
      to: 'lambda',
      way: 'native',
      pattern: 'proxy integration',
      permissions: [
        {
          role: 'function policy',
          holder: 'from',
          on: 'to',
          grant: 'resource-policy',
          actions: ['lambda:InvokeFunction'],
        },
      ],
    },
  ],
});
