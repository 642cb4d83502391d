import { type DesignView, type EdgeView, type NodeView, type StatementCode, viewAs } from '../kit/cdk';
import { partition } from '../kit/cdk-modules';
import { type Code, type Expression, template } from '../kit/code';
import type { Permission } from '../kit/connection';
import { nameIn } from '../kit/workflow';
import type { Query } from '../model/vocabulary';
import { keyColumn, keyTypeOf } from '../services/dynamodb/cdk';
import { service as dynamodbService } from '../services/dynamodb/service';
import { hasScript, stepArguments, stepJar } from '../services/emr-ec2/cdk';
import { jobDriver } from '../services/emr-serverless/cdk';

/** The states that run jobs, in the language of states. Each gets the input of the run and drops what the job answers. */

export type StepTarget = Pick<EdgeView, 'design' | 'edge' | 'from' | 'to' | 'data'>;
type State = { readonly [key: string]: Code };

export interface Job {
  readonly state: (target: StepTarget) => State;
  /** Whether the service tells Step Functions when the job is done: Express machines are not told. */
  readonly waits?: boolean;
  /** Rules of the account through which Step Functions learns that the job is done. */
  readonly rules?: readonly string[];
  /** What who runs the job needs beyond the matrix. */
  readonly more?: (target: StepTarget) => readonly Permission[];
  readonly statements?: (target: StepTarget) => readonly StatementCode[];
  readonly advice?: (target: StepTarget) => readonly string[];
}

/** An integration of Step Functions, in the partition of the stack. */
export const resource = (integration: string): Expression => template('arn:', partition, `:states:::${integration}`);

/** The ARN that an action of the pair is allowed on. */
export const firstArn = ({ design, to, edge }: Pick<StepTarget, 'design' | 'to' | 'edge'>, action: string): Code =>
  design.access(to, action, { edge })[0]?.arn ?? `no ${to.kind}`;

export const named = (target: StepTarget, action: string, after: string): Expression =>
  nameIn(firstArn(target, action), after);

const isExpress = ({ from }: StepTarget): boolean => from.config.type === 'EXPRESS';

/** A job that Step Functions starts, and waits for where the machine may. */
const runs = (target: StepTarget, integration: string, parameters: State): State => ({
  Type: 'Task',
  Resource: resource(isExpress(target) ? integration : `${integration}.sync`),
  Parameters: parameters,
  ResultPath: null,
});

interface Poll {
  readonly start: readonly [integration: string, parameters: State];
  readonly ask: readonly [integration: string, parameters: State];
  /** Where the answer says how far the job is. */
  readonly at: string;
  readonly good: readonly string[];
  readonly bad: readonly string[];
  /** For answers that say elsewhere how it ended: a rule that means failure, asked first. */
  readonly failure?: State;
  readonly everySeconds: number;
}

/** Services that do not tell: they are asked until the job is done. One state for all, so that a retry starts it anew. */
function polls({ edge }: StepTarget, { start, ask, at, good, bad, failure, everySeconds }: Poll): State {
  const [begin, wait, check, decide, done, failed] = [
    `Start ${edge.id}`,
    `Wait for ${edge.id}`,
    `Ask about ${edge.id}`,
    `Decide on ${edge.id}`,
    `Done: ${edge.id}`,
    `Failed: ${edge.id}`,
  ] as const;
  const choice = (value: string, next: string): State => ({ Variable: at, StringEquals: value, Next: next });
  return {
    Type: 'Parallel',
    Branches: [
      {
        StartAt: begin,
        States: {
          [begin]: { Type: 'Task', Resource: resource(`aws-sdk:${start[0]}`), Parameters: start[1], Next: wait },
          [wait]: { Type: 'Wait', Seconds: everySeconds, Next: check },
          [check]: {
            Type: 'Task',
            Resource: resource(`aws-sdk:${ask[0]}`),
            Parameters: ask[1],
            ResultPath: '$.answer',
            Next: decide,
          },
          [decide]: {
            Type: 'Choice',
            Choices: [
              ...(failure ? [{ ...failure, Next: failed }] : []),
              ...good.map((value) => choice(value, done)),
              ...bad.map((value) => choice(value, failed)),
            ],
            Default: wait,
          },
          [done]: { Type: 'Succeed' },
          [failed]: { Type: 'Fail', Error: 'JobFailed', CausePath: 'States.JsonToString($.answer)' },
        },
      },
    ],
    ResultPath: null,
  };
}

/** States one after another, as one. */
function sequence(states: readonly (readonly [name: string, state: State])[]): State {
  const [only] = states;
  if (states.length === 1) return only![1];
  return {
    Type: 'Parallel',
    Branches: [
      {
        StartAt: only![0],
        States: Object.fromEntries(
          states.map(([name, state], index) => {
            const next = states[index + 1];
            return [name, { ...state, ...(next ? { Next: next[0] } : { End: true }) }];
          }),
        ),
      },
    ],
    ResultPath: null,
  };
}

export const queriesOf = (design: DesignView, view: NodeView): Query[] =>
  design.graph.pipeline.queries.filter(({ node, sql }) => node === view.id && sql.trim() !== '');

/** The SQL that the design keeps for a node, or what the run is started with. */
const texts = ({
  design,
  to,
}: StepTarget): { readonly id: string; readonly text: State; readonly database?: string }[] => {
  const queries = queriesOf(design, to);
  if (queries.length === 0) return [{ id: to.id, text: { sql: '$.sql' } }];
  return queries.map(({ id, sql, database }) => ({ id, text: { sql }, ...(database && { database }) }));
};

const asksForSql = ({ design, to, from }: StepTarget): string[] =>
  queriesOf(design, to).length > 0
    ? []
    : [`Start ${from.id} with the SQL for ${to.id}, for the design has none: \`{"sql": "…"}\`.`];

const sqlParameter = (name: string, text: State): State =>
  text.sql === '$.sql' ? { [`${name}.$`]: '$.sql' } : { [name]: text.sql };

const role = (actions: readonly string[]): Permission => ({
  role: 'machine role',
  holder: 'from',
  on: 'to',
  grant: 'role',
  actions,
});

const asksForScript = ({ from, to }: StepTarget): string[] => [
  `Start ${from.id} with the script for ${to.id}, where it lies in S3: \`{"script": "s3://…/job.py"}\`.`,
];

const scripted: State = { 'EntryPoint.$': '$.script' };

/** A statement through the Data API: by the secret of the warehouse where it has one, else by the identity of the machine. */
export function dataApi(target: StepTarget): State {
  const { design, to } = target;
  const endpoint = design.endpoint(to);
  const serverless = to.kind === 'redshift-serverless';
  const found = firstArn(target, 'redshift-data:ExecuteStatement');
  return {
    // A workgroup is known to the Data API by its ARN, too; a cluster by its name only.
    ...(serverless ? { WorkgroupName: found } : { ClusterIdentifier: nameIn(found, ':cluster:') }),
    Database: endpoint?.database ?? 'dev',
    ...(endpoint?.secretArn !== undefined && { SecretArn: endpoint.secretArn }),
  };
}

const warehouse: Job = {
  state: (target) =>
    sequence(
      texts(target).map(({ id, text, database }) => [
        `Run query ${id}`,
        polls(
          { ...target, edge: { ...target.edge, id: `${target.edge.id} ${id}`.slice(0, 60) } },
          {
            start: [
              'redshiftdata:executeStatement',
              {
                ...dataApi(target),
                ...(database !== undefined && { Database: database }),
                ...sqlParameter('Sql', text),
              },
            ],
            ask: ['redshiftdata:describeStatement', { 'Id.$': '$.Id' }],
            at: '$.answer.Status',
            good: ['FINISHED'],
            bad: ['FAILED', 'ABORTED'],
            everySeconds: 15,
          },
        ),
      ]),
    ),
  more: ({ design, to }) => [
    role(
      design.endpoint(to)?.secretArn !== undefined
        ? ['secretsmanager:GetSecretValue']
        : to.kind === 'redshift-serverless'
          ? ['redshift-serverless:GetCredentials']
          : ['redshift:GetClusterCredentialsWithIAM'],
    ),
  ],
  advice: asksForSql,
};

export const jobs: Readonly<Record<string, Job>> = {
  lambda: {
    state: (target) => ({
      Type: 'Task',
      Resource: resource('lambda:invoke'),
      Parameters: { FunctionName: firstArn(target, 'lambda:InvokeFunction'), 'Payload.$': '$' },
      ResultPath: null,
    }),
  },
  'glue-job': {
    waits: true,
    state: (target) => runs(target, 'glue:startJobRun', { JobName: named(target, 'glue:StartJobRun', ':job/') }),
  },
  'glue-crawler': {
    state: (target) => {
      const Name = named(target, 'glue:StartCrawler', ':crawler/');
      return polls(target, {
        start: ['glue:startCrawler', { Name }],
        ask: ['glue:getCrawler', { Name }],
        at: '$.answer.Crawler.State',
        good: ['READY'],
        bad: [],
        failure: {
          And: [
            { Variable: '$.answer.Crawler.State', StringEquals: 'READY' },
            { Variable: '$.answer.Crawler.LastCrawl.Status', StringEquals: 'FAILED' },
          ],
        },
        everySeconds: 30,
      });
    },
  },
  'glue-databrew': {
    waits: true,
    state: (target) => runs(target, 'databrew:startJobRun', { Name: named(target, 'databrew:StartJobRun', ':job/') }),
  },
  'glue-data-quality': {
    state: (target) => {
      return polls(target, {
        start: [
          'glue:startDataQualityRulesetEvaluationRun',
          {
            DataSource: {
              GlueTable: tableOf(target),
            },
            Role: target.to.role().member('roleArn'),
            RulesetNames: [named(target, 'glue:StartDataQualityRulesetEvaluationRun', ':dataQualityRuleset/')],
          },
        ],
        ask: ['glue:getDataQualityRulesetEvaluationRun', { 'RunId.$': '$.RunId' }],
        at: '$.answer.Status',
        good: ['SUCCEEDED'],
        bad: ['FAILED', 'STOPPED', 'TIMEOUT'],
        everySeconds: 30,
      });
    },
    statements: ({ to }) => [
      {
        actions: ['iam:PassRole'],
        resources: [to.role().member('roleArn')],
        conditions: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } },
      },
    ],
  },
  'emr-ec2': {
    waits: true,
    state: (target) =>
      runs(target, 'elasticmapreduce:addStep', {
        ClusterId: named(target, 'elasticmapreduce:AddJobFlowSteps', ':cluster/'),
        Step: {
          Name: target.edge.id,
          ActionOnFailure: 'CONTINUE',
          HadoopJarStep: hasScript(target.to)
            ? { Jar: stepJar, Args: stepArguments(target.to) }
            : { Jar: stepJar, 'Args.$': "States.Array('spark-submit', '--deploy-mode', 'cluster', $.script)" },
        },
      }),
    rules: ['StepFunctionsGetEventForEMRAddJobFlowStepsRule'],
    advice: (target) => (hasScript(target.to) ? [] : asksForScript(target)),
  },
  'emr-serverless': {
    waits: true,
    state: (target) =>
      runs(target, 'emr-serverless:startJobRun', {
        ApplicationId: named(target, 'emr-serverless:StartJobRun', '/applications/'),
        ExecutionRoleArn: target.to.role().member('roleArn'),
        Name: target.edge.id,
        JobDriver: jobDriver(target.to),
      }),
    rules: ['StepFunctionsGetEventsForEMRServerlessJobRule'],
  },
  'emr-eks': {
    waits: true,
    state: (target) =>
      runs(target, 'emr-containers:startJobRun', {
        VirtualClusterId: named(target, 'emr-containers:StartJobRun', '/virtualclusters/'),
        ExecutionRoleArn: target.to.role().member('roleArn'),
        Name: target.edge.id,
        ReleaseLabel: 'emr-7.12.0-latest',
        JobDriver: { SparkSubmitJobDriver: scripted },
      }),
    advice: asksForScript,
  },
  athena: {
    waits: true,
    state: (target) =>
      sequence(
        texts(target).map(({ id, text, database }) => [
          `Run query ${id}`,
          runs(target, 'athena:startQueryExecution', {
            ...sqlParameter('QueryString', text),
            ...(database !== undefined && { QueryExecutionContext: { Database: database.slice(0, 255) || 'default' } }),
            WorkGroup: named(target, 'athena:StartQueryExecution', ':workgroup/'),
          }),
        ]),
      ),
    // A query runs with the permissions of who starts it: it reads the lake and writes the results.
    more: () => [
      role([
        'glue:GetDatabase',
        'glue:GetTable',
        'glue:GetPartitions',
        's3:GetObject',
        's3:ListBucket',
        's3:GetBucketLocation',
        's3:PutObject',
        's3:AbortMultipartUpload',
      ]),
    ],
    advice: asksForSql,
  },
  redshift: warehouse,
  'redshift-serverless': warehouse,
  sagemaker: {
    waits: true,
    state: (target) =>
      runs(target, 'sagemaker:createTrainingJob', {
        'TrainingJobName.$': '$.training.TrainingJobName',
        'AlgorithmSpecification.$': '$.training.AlgorithmSpecification',
        'InputDataConfig.$': '$.training.InputDataConfig',
        'OutputDataConfig.$': '$.training.OutputDataConfig',
        'ResourceConfig.$': '$.training.ResourceConfig',
        'StoppingCondition.$': '$.training.StoppingCondition',
        RoleArn: target.to.role().member('roleArn'),
      }),
    rules: ['StepFunctionsGetEventsForSageMakerTrainingJobsRule'],
    advice: ({ from, to }) => [
      `Start ${from.id} with the training that ${to.id} runs: \`{"training": {"TrainingJobName": "…", "AlgorithmSpecification": {…}, "InputDataConfig": […], "OutputDataConfig": {…}, "ResourceConfig": {…}, "StoppingCondition": {…}}}\`.`,
    ],
  },
  dms: {
    state: (target) => ({
      Type: 'Task',
      Resource: resource('aws-sdk:databasemigration:startReplication'),
      Parameters: {
        ReplicationConfigArn: firstArn(target, 'dms:StartReplication'),
        StartReplicationType: 'reload-target',
      },
      ResultPath: null,
    }),
  },
  datasync: {
    state: (target) =>
      polls(target, {
        start: ['datasync:startTaskExecution', { TaskArn: firstArn(target, 'datasync:StartTaskExecution') }],
        ask: ['datasync:describeTaskExecution', { 'TaskExecutionArn.$': '$.TaskExecutionArn' }],
        at: '$.answer.Status',
        good: ['SUCCESS'],
        bad: ['ERROR'],
        everySeconds: 30,
      }),
  },
  appflow: {
    state: (target) => {
      const FlowName = named(target, 'appflow:StartFlow', ':flow/');
      return polls(target, {
        start: ['appflow:startFlow', { FlowName }],
        ask: ['appflow:describeFlowExecutionRecords', { FlowName, MaxResults: 1 }],
        at: '$.answer.FlowExecutions[0].ExecutionStatus',
        good: ['Successful'],
        bad: ['Error', 'Canceled'],
        everySeconds: 30,
      });
    },
  },
  dynamodb: {
    state: (target) => {
      const table = viewAs(target.to, dynamodbService)!;
      const names = [keyColumn(table), ...(table.config.sortKey === undefined ? [] : [table.config.sortKey])];
      return {
        Type: 'Task',
        Resource: resource('dynamodb:putItem'),
        Parameters: {
          TableName: table.part('Table').member('tableName'),
          Item: {
            machine: { S: target.from.id },
            record: { 'S.$': 'States.JsonToString($)' },
            ...Object.fromEntries(names.map((column, index) => [column, keyValue(target, column, index)])),
          },
        },
        ResultPath: null,
      };
    },
  },
};

/** The table that a set of rules is about. */
export function tableOf({ design, to, data }: StepTarget): State {
  const [table] = data;
  const catalog = design.graph.pipeline.nodes.find(({ kind }) => kind === 'glue-catalog');
  const { database, table: named } = to.config;
  return {
    DatabaseName: plain(typeof database === 'string' ? database : (catalog?.id ?? 'default')),
    TableName: plain(typeof named === 'string' ? named : (table?.id ?? to.id)),
  };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9_]/g, '_');

/** A key of an item: that of the record where the edge says what flows, else the run and when it began. */
function keyValue({ design, to, edge }: StepTarget, column: string, index: number): State {
  const type = keyTypeOf(design, to, column);
  const given = edge.data !== undefined;
  const source = given ? `$['${column}']` : index === 0 ? '$$.Execution.Name' : '$$.Execution.StartTime';
  if (type === 'S') return { 'S.$': given ? `States.Format('{}', ${source})` : source };
  if (type === 'B') return { 'B.$': `States.Base64Encode(${source})` };
  // A run has no number: one that no other run is likely to have.
  return { 'N.$': given ? `States.Format('{}', ${source})` : "States.Format('{}', States.MathRandom(1, 2147483647))" };
}
