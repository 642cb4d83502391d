import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'workflow-step',
  summary: 'A state machine runs the job and waits for it.',
  pairs: [
    {
      from: 'step-functions',
      to: 'lambda',
      way: 'native',
      pattern: 'optimized integration',
      permissions: [
        { role: 'machine role', holder: 'from', on: 'to', grant: 'role', actions: ['lambda:InvokeFunction'] },
      ],
    },
    {
      from: 'step-functions',
      to: 'glue-job',
      way: 'native',
      pattern: 'run and wait',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'glue-crawler',
      way: 'native',
      pattern: 'SDK integration',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:StartCrawler', 'glue:GetCrawler'],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'glue-databrew',
      way: 'native',
      pattern: 'run and wait',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['databrew:StartJobRun', 'databrew:ListJobRuns', 'databrew:StopJobRun'],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'emr-ec2',
      way: 'native',
      pattern: 'create cluster, add step, terminate',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'elasticmapreduce:RunJobFlow',
            'elasticmapreduce:DescribeCluster',
            'elasticmapreduce:AddJobFlowSteps',
            'elasticmapreduce:DescribeStep',
            'elasticmapreduce:CancelSteps',
            'elasticmapreduce:TerminateJobFlows',
            'iam:PassRole',
          ],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'emr-serverless',
      way: 'native',
      pattern: 'run and wait',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'emr-serverless:StartJobRun',
            'emr-serverless:GetJobRun',
            'emr-serverless:CancelJobRun',
            'iam:PassRole',
          ],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'athena',
      way: 'native',
      pattern: 'run and wait',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'athena:StartQueryExecution',
            'athena:StopQueryExecution',
            'athena:GetQueryExecution',
            'athena:GetQueryResults',
          ],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'redshift',
      way: 'native',
      pattern: 'Data API, SDK integration',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'redshift-data:ExecuteStatement',
            'redshift-data:DescribeStatement',
            'redshift-data:GetStatementResult',
          ],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'sagemaker',
      way: 'native',
      pattern: 'training, transform, endpoint',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'sagemaker:CreateTrainingJob',
            'sagemaker:DescribeTrainingJob',
            'sagemaker:StopTrainingJob',
            'iam:PassRole',
          ],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'dynamodb',
      way: 'native',
      pattern: 'optimized integration',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'sns',
      way: 'native',
      pattern: 'optimized integration',
      permissions: [{ role: 'machine role', holder: 'from', on: 'to', grant: 'role', actions: ['sns:Publish'] }],
    },
    {
      from: 'step-functions',
      to: 'sqs',
      way: 'native',
      pattern: 'optimized integration',
      permissions: [{ role: 'machine role', holder: 'from', on: 'to', grant: 'role', actions: ['sqs:SendMessage'] }],
    },
    {
      from: 'step-functions',
      to: 'eventbridge',
      way: 'native',
      pattern: 'optimized integration',
      permissions: [{ role: 'machine role', holder: 'from', on: 'to', grant: 'role', actions: ['events:PutEvents'] }],
    },
    {
      from: 'step-functions',
      to: 'dms',
      way: 'native',
      pattern: 'SDK integration',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['dms:StartReplication', 'dms:DescribeReplications'],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'datasync',
      way: 'native',
      pattern: 'SDK integration',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['datasync:StartTaskExecution', 'datasync:DescribeTaskExecution'],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'appflow',
      way: 'native',
      pattern: 'SDK integration',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['appflow:StartFlow', 'appflow:DescribeFlowExecutionRecords'],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'glue-data-quality',
      way: 'native',
      pattern: 'run and wait',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:StartDataQualityRulesetEvaluationRun', 'glue:GetDataQualityRulesetEvaluationRun'],
        },
      ],
    },
    {
      from: 'step-functions',
      to: 'emr-eks',
      way: 'native',
      pattern: 'run and wait',
      permissions: [
        {
          role: 'machine role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['emr-containers:StartJobRun', 'emr-containers:DescribeJobRun', 'emr-containers:CancelJobRun'],
        },
      ],
    },
  ],
});
