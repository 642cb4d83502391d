import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'airflow-task',
  summary: 'An Airflow task runs the job.',
  pairs: [
    {
      from: 'mwaa',
      to: 'glue-job',
      way: 'native',
      pattern: 'operator',
      permissions: [
        {
          role: 'environment role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['glue:StartJobRun', 'glue:GetJobRun'],
        },
      ],
    },
    {
      from: 'mwaa',
      to: 'emr-serverless',
      way: 'native',
      pattern: 'operator',
      permissions: [
        {
          role: 'environment role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['emr-serverless:StartJobRun', 'emr-serverless:GetJobRun', 'iam:PassRole'],
        },
      ],
    },
    {
      from: 'mwaa',
      to: 'redshift',
      way: 'native',
      pattern: 'operator',
      permissions: [
        {
          role: 'environment role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['redshift-data:ExecuteStatement', 'redshift-data:DescribeStatement'],
        },
      ],
    },
    {
      from: 'mwaa',
      to: 'athena',
      way: 'native',
      pattern: 'operator',
      permissions: [
        {
          role: 'environment role',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: ['athena:StartQueryExecution', 'athena:GetQueryExecution'],
        },
      ],
    },
  ],
});
