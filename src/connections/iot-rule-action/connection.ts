import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'iot-rule-action',
  summary: 'A topic rule passes messages on.',
  pairs: [
    {
      from: 'iot-core',
      to: 'firehose',
      way: 'native',
      pattern: 'rule action',
      permissions: [
        {
          role: 'rule role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        },
      ],
    },
    {
      from: 'iot-core',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'rule action with partition key',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['kinesis:PutRecord'] }],
    },
    {
      from: 'iot-core',
      to: 'msk',
      way: 'native',
      pattern: 'rule action through a VPC destination',
      permissions: [
        {
          role: 'rule role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'ec2:CreateNetworkInterface',
            'ec2:DescribeNetworkInterfaces',
            'ec2:CreateNetworkInterfacePermission',
            'ec2:DeleteNetworkInterface',
            'ec2:DescribeSubnets',
            'ec2:DescribeVpcs',
            'ec2:DescribeVpcAttribute',
            'ec2:DescribeSecurityGroups',
            'secretsmanager:GetSecretValue',
          ],
        },
      ],
    },
    {
      from: 'iot-core',
      to: 's3',
      way: 'native',
      pattern: 'rule action, one object per message (small files)',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['s3:PutObject'] }],
    },
    {
      from: 'iot-core',
      to: 'dynamodb',
      way: 'native',
      pattern: 'rule action',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['dynamodb:PutItem'] }],
    },
    {
      from: 'iot-core',
      to: 'opensearch',
      way: 'native',
      pattern: 'rule action',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['es:ESHttpPut'] }],
    },
    {
      from: 'iot-core',
      to: 'timestream-influxdb',
      way: 'native',
      pattern: 'rule action',
      permissions: [
        { role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['secretsmanager:GetSecretValue'] },
      ],
    },
    {
      from: 'iot-core',
      to: 'lambda',
      way: 'native',
      pattern: 'rule action',
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
    {
      from: 'iot-core',
      to: 'sqs',
      way: 'native',
      pattern: 'rule action',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['sqs:SendMessage'] }],
    },
    {
      from: 'iot-core',
      to: 'sns',
      way: 'native',
      pattern: 'rule action',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['sns:Publish'] }],
    },
    {
      from: 'iot-core',
      to: 'step-functions',
      way: 'native',
      pattern: 'rule action',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['states:StartExecution'] }],
    },
    {
      from: 'iot-core',
      to: 'cloudwatch',
      way: 'native',
      pattern: 'rule action',
      permissions: [
        {
          role: 'rule role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['cloudwatch:PutMetricData', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        },
      ],
    },
  ],
});
