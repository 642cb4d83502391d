import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'web-request',
  summary: 'A browser or an app calls over HTTPS, or writes with temporary credentials.',
  pairs: [
    {
      from: 'source.web',
      to: 'api-gateway',
      way: 'native',
      pattern: 'HTTPS call with an authorizer',
      permissions: [{ role: 'caller', holder: 'outside', on: 'to', grant: 'role', actions: ['execute-api:Invoke'] }],
    },
    {
      from: 'source.web',
      to: 'kinesis-data-streams',
      way: 'connector',
      pattern: 'only with temporary Cognito identities; prefer API Gateway',
      permissions: [
        {
          role: 'identity role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
        },
      ],
      intermediates: ['api-gateway'],
    },
    {
      from: 'source.web',
      to: 'firehose',
      way: 'connector',
      pattern: 'only with temporary Cognito identities; prefer API Gateway',
      permissions: [
        {
          role: 'identity role',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        },
      ],
      intermediates: ['api-gateway'],
    },
    {
      from: 'source.web',
      to: 's3',
      way: 'connector',
      pattern: 'presigned upload',
      permissions: [{ role: 'signing role', holder: 'outside', on: 'to', grant: 'role', actions: ['s3:PutObject'] }],
      intermediates: ['api-gateway'],
    },
  ],
});
