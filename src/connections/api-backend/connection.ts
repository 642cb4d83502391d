import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'api-backend',
  summary: 'An API reaches by way of a function what it cannot call itself, or serves its callers.',
  pairs: [
    {
      from: 'api-gateway',
      to: 'app-consumer',
      way: 'native',
      pattern: 'response to the caller',
      permissions: [{ role: 'caller', holder: 'outside', on: 'from', grant: 'role', actions: ['execute-api:Invoke'] }],
    },
    {
      from: 'api-gateway',
      to: 'redshift',
      way: 'code',
      pattern: 'Lambda with the Data API',
      permissions: [
        { role: 'function', holder: 'outside', on: 'to', grant: 'role', actions: ['redshift-data:ExecuteStatement'] },
      ],
      intermediates: ['lambda'],
    },
    {
      from: 'api-gateway',
      to: 'msk',
      way: 'code',
      pattern: 'Lambda producer in the VPC',
      permissions: [
        {
          role: 'function',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['kafka-cluster:Connect', 'kafka-cluster:WriteData', 'kafka-cluster:DescribeTopic'],
        },
      ],
      intermediates: ['lambda'],
    },
  ],
});
