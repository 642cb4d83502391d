import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'serve-application',
  summary: 'An application reads.',
  pairs: [
    {
      from: 'kinesis-data-streams',
      to: 'app-consumer',
      way: 'code',
      pattern: 'KCL 3 application',
      permissions: [
        {
          role: 'consumer',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: [
            'kinesis:DescribeStream',
            'kinesis:ListShards',
            'kinesis:GetShardIterator',
            'kinesis:GetRecords',
            'kinesis:RegisterStreamConsumer',
            'kinesis:DescribeStreamConsumer',
            'kinesis:SubscribeToShard',
            'dynamodb:CreateTable',
            'dynamodb:DescribeTable',
            'dynamodb:GetItem',
            'dynamodb:PutItem',
            'dynamodb:UpdateItem',
            'dynamodb:DeleteItem',
            'dynamodb:Scan',
            'cloudwatch:PutMetricData',
          ],
        },
      ],
    },
    {
      from: 'dynamodb',
      to: 'app-consumer',
      way: 'native',
      pattern: 'SDK',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
        },
      ],
    },
    {
      from: 'aurora',
      to: 'app-consumer',
      way: 'native',
      pattern: 'SQL driver, IAM database authentication',
      permissions: [{ role: 'application', holder: 'outside', on: 'from', grant: 'role', actions: ['rds-db:connect'] }],
    },
    {
      from: 'rds',
      to: 'app-consumer',
      way: 'native',
      pattern: 'SQL driver, IAM database authentication',
      permissions: [{ role: 'application', holder: 'outside', on: 'from', grant: 'role', actions: ['rds-db:connect'] }],
    },
    {
      from: 'documentdb',
      to: 'app-consumer',
      way: 'native',
      pattern: 'MongoDB driver, secret',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'neptune',
      to: 'app-consumer',
      way: 'native',
      pattern: 'Gremlin or openCypher, IAM authentication',
      permissions: [
        { role: 'application', holder: 'outside', on: 'from', grant: 'role', actions: ['neptune-db:ReadDataViaQuery'] },
      ],
    },
    {
      from: 'keyspaces',
      to: 'app-consumer',
      way: 'native',
      pattern: 'Cassandra driver, SigV4',
      permissions: [
        { role: 'application', holder: 'outside', on: 'from', grant: 'role', actions: ['cassandra:Select'] },
      ],
    },
    {
      from: 'elasticache',
      to: 'app-consumer',
      way: 'native',
      pattern: 'Redis or Valkey client, IAM authentication',
      permissions: [
        { role: 'application', holder: 'outside', on: 'from', grant: 'role', actions: ['elasticache:Connect'] },
      ],
    },
    {
      from: 'timestream-influxdb',
      to: 'app-consumer',
      way: 'native',
      pattern: 'queries, token in a secret',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['secretsmanager:GetSecretValue'],
        },
      ],
    },
    {
      from: 'opensearch',
      to: 'app-consumer',
      way: 'native',
      pattern: 'search API, signed',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['es:ESHttpGet', 'es:ESHttpPost'],
        },
      ],
    },
    {
      from: 'athena',
      to: 'app-consumer',
      way: 'native',
      pattern: 'SDK, JDBC or ODBC',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: [
            'athena:StartQueryExecution',
            'athena:GetQueryExecution',
            'athena:GetQueryResults',
            'athena:GetWorkGroup',
          ],
        },
      ],
    },
    {
      from: 'redshift',
      to: 'app-consumer',
      way: 'native',
      pattern: 'Data API, JDBC or ODBC',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: [
            'redshift:GetClusterCredentialsWithIAM',
            'redshift-data:ExecuteStatement',
            'redshift-data:GetStatementResult',
          ],
        },
      ],
    },
    {
      from: 'sagemaker',
      to: 'app-consumer',
      way: 'native',
      pattern: 'inference',
      permissions: [
        { role: 'application', holder: 'outside', on: 'from', grant: 'role', actions: ['sagemaker:InvokeEndpoint'] },
      ],
    },
    {
      from: 's3',
      to: 'app-consumer',
      way: 'native',
      pattern: 'SDK download',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['s3:GetObject', 's3:ListBucket'],
        },
      ],
    },
    {
      from: 'sqs',
      to: 'app-consumer',
      way: 'native',
      pattern: 'SDK, long polling',
      permissions: [
        {
          role: 'application',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        },
      ],
    },
  ],
});
