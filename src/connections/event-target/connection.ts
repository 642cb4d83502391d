import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'event-target',
  summary: 'A rule or a schedule of EventBridge calls its target.',
  pairs: [
    {
      from: 'eventbridge',
      to: 'lambda',
      way: 'native',
      pattern: 'rule target',
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
      from: 'eventbridge',
      to: 'sqs',
      way: 'native',
      pattern: 'rule target',
      permissions: [
        { role: 'queue policy', holder: 'from', on: 'to', grant: 'resource-policy', actions: ['sqs:SendMessage'] },
      ],
    },
    {
      from: 'eventbridge',
      to: 'sns',
      way: 'native',
      pattern: 'rule target',
      permissions: [
        { role: 'topic policy', holder: 'from', on: 'to', grant: 'resource-policy', actions: ['sns:Publish'] },
      ],
    },
    {
      from: 'eventbridge',
      to: 'kinesis-data-streams',
      way: 'native',
      pattern: 'rule target',
      permissions: [
        {
          role: 'rule role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
        },
      ],
    },
    {
      from: 'eventbridge',
      to: 'firehose',
      way: 'native',
      pattern: 'rule target',
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
      from: 'eventbridge',
      to: 'step-functions',
      way: 'native',
      pattern: 'rule or schedule target',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['states:StartExecution'] }],
    },
    {
      from: 'eventbridge',
      to: 'eventbridge',
      way: 'native',
      pattern: 'rule to another bus',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['events:PutEvents'] }],
    },
    {
      from: 'eventbridge',
      to: 'glue-workflow',
      way: 'native',
      pattern: 'event trigger',
      permissions: [{ role: 'rule role', holder: 'from', on: 'to', grant: 'role', actions: ['glue:notifyEvent'] }],
    },
    {
      from: 'eventbridge',
      to: 'redshift',
      way: 'native',
      pattern: 'Data API target',
      permissions: [
        {
          role: 'rule role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['redshift-data:ExecuteStatement', 'redshift:GetClusterCredentials'],
        },
      ],
    },
    {
      from: 'eventbridge',
      to: 'glue-job',
      way: 'code',
      pattern: "through Step Functions, a workflow or the scheduler's universal target",
      permissions: [{ role: 'scheduler role', holder: 'from', on: 'to', grant: 'role', actions: ['glue:StartJobRun'] }],
      intermediates: ['step-functions', 'glue-workflow'],
    },
  ],
});
