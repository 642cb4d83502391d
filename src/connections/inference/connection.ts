import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'inference',
  summary: 'Code calls a model endpoint.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'sagemaker',
      way: 'code',
      pattern: 'Lambda or Flink calls the endpoint',
      permissions: [
        { role: 'function', holder: 'outside', on: 'to', grant: 'role', actions: ['sagemaker:InvokeEndpoint'] },
      ],
      intermediates: ['lambda'],
    },
    {
      from: 'lambda',
      to: 'sagemaker',
      way: 'native',
      pattern: 'inference',
      permissions: [
        { role: 'function', holder: 'from', on: 'to', grant: 'role', actions: ['sagemaker:InvokeEndpoint'] },
      ],
    },
  ],
});
