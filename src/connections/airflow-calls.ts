import { viewAs } from '../kit/cdk';
import { type Code, Expression, harmless } from '../kit/code';
import { keyColumn, keyTypeOf } from '../services/dynamodb/cdk';
import { service as dynamodbService } from '../services/dynamodb/service';
import { hasScript, stepArguments, stepJar } from '../services/emr-ec2/cdk';
import { jobDriver } from '../services/emr-serverless/cdk';
import type { Call } from '../services/mwaa/cdk';
import { isFifo as isFifoTopic } from '../services/sns/cdk';
import { isFifo as isFifoQueue } from '../services/sqs/cdk';
import { dataApi, firstArn, named, queriesOf, type StepTarget, tableOf } from './workflow-states';

/** Calls by which Airflow runs a job, as boto3 names them. Permissions are those by which a state machine runs it. */

type Outcome = 'SUCCEEDED' | 'FAILED';
type Values = { readonly [key: string]: Code };

const script: Values = { $conf: 'script' };
const fromStart = (path: string): Values => ({ $answer: path });

/** Text of a person within JSON that may hold ASCII only. Half a character has no code: it becomes the replacement character. */
const text = (value: string): Values => ({ $text: encodeURIComponent(harmless(value)) });

/** Parameters of a service of which boto3 writes the names with a small letter first. */
const withSmallLetters = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key.replace(/^./, (letter) => letter.toLowerCase()),
      typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Expression)
        ? withSmallLetters(value as Values)
        : value,
    ]),
  );

/** SQL of the design, or what the run is started with. */
const statements = ({ design, to }: StepTarget): { readonly sql: Values; readonly database?: string }[] => {
  const queries = queriesOf(design, to);
  if (queries.length === 0) return [{ sql: { $conf: 'sql' } }];
  return queries.map(({ sql, database }) => ({ sql: text(sql), ...(database && { database }) }));
};

const warehouse = (target: StepTarget): Call[] =>
  statements(target).map(({ sql, database }) => ({
    service: 'redshift-data',
    start: [
      'execute_statement',
      { ...dataApi(target), ...(database !== undefined && { Database: text(database) }), Sql: sql },
    ],
    until: {
      ask: ['describe_statement', { Id: fromStart('Id') }],
      at: 'Status',
      good: ['FINISHED'],
      bad: ['FAILED', 'ABORTED'],
      seconds: 15,
    },
  }));

const ordered: Values = { MessageDeduplicationId: { $run: true } };

export const airflowCalls: Readonly<Record<string, (target: StepTarget, outcome: Outcome) => readonly Call[]>> = {
  lambda: (target) => [
    {
      service: 'lambda',
      start: ['invoke', { FunctionName: firstArn(target, 'lambda:InvokeFunction'), Payload: { $conf: '' } }],
    },
  ],
  'glue-job': (target) => {
    const JobName = named(target, 'glue:StartJobRun', ':job/');
    return [
      {
        service: 'glue',
        start: ['start_job_run', { JobName }],
        until: {
          ask: ['get_job_run', { JobName, RunId: fromStart('JobRunId') }],
          at: 'JobRun.JobRunState',
          good: ['SUCCEEDED'],
          bad: ['FAILED', 'ERROR', 'STOPPED', 'TIMEOUT', 'EXPIRED'],
          seconds: 30,
        },
      },
    ];
  },
  'glue-crawler': (target) => {
    const Name = named(target, 'glue:StartCrawler', ':crawler/');
    return [
      {
        service: 'glue',
        start: ['start_crawler', { Name }],
        until: { ask: ['get_crawler', { Name }], at: 'Crawler.State', good: ['READY'], bad: [], seconds: 30 },
      },
    ];
  },
  'glue-databrew': (target) => {
    const Name = named(target, 'databrew:StartJobRun', ':job/');
    return [
      {
        service: 'databrew',
        start: ['start_job_run', { Name }],
        until: {
          ask: ['list_job_runs', { Name, MaxResults: 1 }],
          at: 'JobRuns.0.State',
          good: ['SUCCEEDED'],
          bad: ['FAILED', 'STOPPED', 'TIMEOUT'],
          seconds: 30,
        },
      },
    ];
  },
  'glue-data-quality': (target) => [
    {
      service: 'glue',
      start: [
        'start_data_quality_ruleset_evaluation_run',
        {
          DataSource: { GlueTable: tableOf(target) },
          Role: target.to.role().member('roleArn'),
          RulesetNames: [named(target, 'glue:StartDataQualityRulesetEvaluationRun', ':dataQualityRuleset/')],
        },
      ],
      until: {
        ask: ['get_data_quality_ruleset_evaluation_run', { RunId: fromStart('RunId') }],
        at: 'Status',
        good: ['SUCCEEDED'],
        bad: ['FAILED', 'STOPPED', 'TIMEOUT'],
        seconds: 30,
      },
    },
  ],
  'emr-ec2': (target) => {
    const cluster = named(target, 'elasticmapreduce:AddJobFlowSteps', ':cluster/');
    return [
      {
        service: 'emr',
        start: [
          'add_job_flow_steps',
          {
            JobFlowId: cluster,
            Steps: [
              {
                Name: target.edge.id,
                ActionOnFailure: 'CONTINUE',
                HadoopJarStep: {
                  Jar: stepJar,
                  Args: hasScript(target.to)
                    ? stepArguments(target.to)
                    : ['spark-submit', '--deploy-mode', 'cluster', script],
                },
              },
            ],
          },
        ],
        until: {
          ask: ['describe_step', { ClusterId: cluster, StepId: fromStart('StepIds.0') }],
          at: 'Step.Status.State',
          good: ['COMPLETED'],
          bad: ['FAILED', 'CANCELLED', 'INTERRUPTED'],
          seconds: 30,
        },
      },
    ];
  },
  'emr-serverless': (target) => {
    const applicationId = named(target, 'emr-serverless:StartJobRun', '/applications/');
    return [
      {
        service: 'emr-serverless',
        start: [
          'start_job_run',
          {
            applicationId,
            executionRoleArn: target.to.role().member('roleArn'),
            name: target.edge.id,
            jobDriver: withSmallLetters(jobDriver(target.to)),
          },
        ],
        until: {
          ask: ['get_job_run', { applicationId, jobRunId: fromStart('jobRunId') }],
          at: 'jobRun.state',
          good: ['SUCCESS'],
          bad: ['FAILED', 'CANCELLED'],
          seconds: 30,
        },
      },
    ];
  },
  'emr-eks': (target) => {
    const virtualClusterId = named(target, 'emr-containers:StartJobRun', '/virtualclusters/');
    return [
      {
        service: 'emr-containers',
        start: [
          'start_job_run',
          {
            virtualClusterId,
            executionRoleArn: target.to.role().member('roleArn'),
            name: target.edge.id,
            releaseLabel: 'emr-7.12.0-latest',
            jobDriver: { sparkSubmitJobDriver: { entryPoint: script } },
          },
        ],
        until: {
          ask: ['describe_job_run', { virtualClusterId, id: fromStart('id') }],
          at: 'jobRun.state',
          good: ['COMPLETED'],
          bad: ['FAILED', 'CANCELLED'],
          seconds: 30,
        },
      },
    ];
  },
  athena: (target) =>
    statements(target).map(({ sql, database }) => ({
      service: 'athena',
      start: [
        'start_query_execution',
        {
          QueryString: sql,
          ...(database !== undefined && { QueryExecutionContext: { Database: text(database.slice(0, 255)) } }),
          WorkGroup: named(target, 'athena:StartQueryExecution', ':workgroup/'),
        },
      ],
      until: {
        ask: ['get_query_execution', { QueryExecutionId: fromStart('QueryExecutionId') }],
        at: 'QueryExecution.Status.State',
        good: ['SUCCEEDED'],
        bad: ['FAILED', 'CANCELLED'],
        seconds: 5,
      },
    })),
  redshift: warehouse,
  'redshift-serverless': warehouse,
  sagemaker: (target) => [
    {
      service: 'sagemaker',
      start: [
        'create_training_job',
        {
          TrainingJobName: { $conf: 'TrainingJobName' },
          AlgorithmSpecification: { $conf: 'AlgorithmSpecification' },
          InputDataConfig: { $conf: 'InputDataConfig' },
          OutputDataConfig: { $conf: 'OutputDataConfig' },
          ResourceConfig: { $conf: 'ResourceConfig' },
          StoppingCondition: { $conf: 'StoppingCondition' },
          RoleArn: target.to.role().member('roleArn'),
        },
      ],
      until: {
        ask: ['describe_training_job', { TrainingJobName: { $conf: 'TrainingJobName' } }],
        at: 'TrainingJobStatus',
        good: ['Completed'],
        bad: ['Failed', 'Stopped'],
        seconds: 30,
      },
    },
  ],
  dms: (target) => [
    {
      service: 'dms',
      start: [
        'start_replication',
        {
          ReplicationConfigArn: firstArn(target, 'dms:StartReplication'),
          StartReplicationType: 'reload-target',
        },
      ],
    },
  ],
  datasync: (target) => [
    {
      service: 'datasync',
      start: ['start_task_execution', { TaskArn: firstArn(target, 'datasync:StartTaskExecution') }],
      until: {
        ask: ['describe_task_execution', { TaskExecutionArn: fromStart('TaskExecutionArn') }],
        at: 'Status',
        good: ['SUCCESS'],
        bad: ['ERROR'],
        seconds: 30,
      },
    },
  ],
  appflow: (target) => {
    const flowName = named(target, 'appflow:StartFlow', ':flow/');
    return [
      {
        service: 'appflow',
        start: ['start_flow', { flowName }],
        until: {
          ask: ['describe_flow_execution_records', { flowName, maxResults: 1 }],
          at: 'flowExecutions.0.executionStatus',
          good: ['Successful'],
          bad: ['Error', 'Canceled'],
          seconds: 30,
        },
      },
    ];
  },
  dynamodb: ({ design, from, to }) => {
    const table = viewAs(to, dynamodbService)!;
    const names = [keyColumn(table), ...(table.config.sortKey === undefined ? [] : [table.config.sortKey])];
    const key = (name: string, index: number): Values => {
      const type = keyTypeOf(design, to, name);
      return { [type]: type === 'N' || index > 0 ? { $time: true } : { $run: true } };
    };
    return [
      {
        service: 'dynamodb',
        start: [
          'put_item',
          {
            TableName: table.part('Table').member('tableName'),
            Item: {
              dag: { S: from.id },
              record: { S: { $conf: '' } },
              ...Object.fromEntries(names.map((name, index) => [name, key(name, index)])),
            },
          },
        ],
      },
    ];
  },
  sns: (target, outcome) => [
    {
      service: 'sns',
      start: [
        'publish',
        {
          TopicArn: firstArn(target, 'sns:Publish'),
          Subject: outcome === 'FAILED' ? 'A run failed' : 'A run succeeded',
          Message: { $report: outcome },
          ...(isFifoTopic(target.to) && { ...ordered, MessageGroupId: target.from.id }),
        },
      ],
    },
  ],
  sqs: (target, outcome) => [
    {
      service: 'sqs',
      start: [
        'send_message',
        {
          QueueUrl: target.to.part('Queue').member('queueUrl'),
          MessageBody: { $report: outcome },
          ...(isFifoQueue(target.to) && { ...ordered, MessageGroupId: target.from.id }),
        },
      ],
    },
  ],
  eventbridge: (target, outcome) => [
    {
      service: 'events',
      start: [
        'put_events',
        {
          Entries: [
            {
              EventBusName: firstArn(target, 'events:PutEvents'),
              Source: `pipeline.${target.from.id}`,
              DetailType: outcome === 'FAILED' ? 'Run failed' : 'Run succeeded',
              Detail: { $report: outcome },
            },
          ],
        },
      ],
    },
  ],
};

const messages: ReadonlySet<string> = new Set(['eventbridge', 'sns', 'sqs']);

/** What Airflow hears of an edge. */
export function airflowTask(target: StepTarget) {
  const { edge, to } = target;
  const calls = airflowCalls[to.kind];
  return (
    calls && {
      edge: edge.id,
      view: to,
      role: messages.has(to.kind) ? ('told' as const) : ('job' as const),
      calls: (outcome: Outcome) => calls(target, outcome),
      intervalMinutes: edge.trigger === undefined || edge.trigger === 'schedule' ? edge.intervalMinutes : undefined,
    }
  );
}
