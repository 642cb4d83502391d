import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { account, arn, duration, ec2, iam, mwaa, partition, region, removal, s3 } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, bucketEncryption, letLogsUse, logGroup, ownBucket } from '../../kit/cdk-parts';
import { type Code, type Expression, self, template } from '../../kit/code';
import { byRank, type Step, stagesOf } from '../../kit/workflow';
import { facts } from './facts';
import { service } from './service';

type EnvironmentBlock = NodeBlock<typeof service>;
type Values = { readonly [key: string]: Code };

/** A call of the API of a service, as the DAG makes it: `dags/pipeline.py` says what the marks in it mean. */
export interface Call {
  /** Name of its client in boto3, and of the method. */
  readonly service: string;
  readonly start: readonly [method: string, parameters: Values];
  /** How the DAG learns that a job is done: nothing for calls that are over when they answer. */
  readonly until?: {
    readonly ask: readonly [method: string, parameters: Values];
    readonly at: string;
    readonly good: readonly string[];
    readonly bad: readonly string[];
    readonly seconds: number;
  };
}

/** A task of the DAG. `told` are messages: they go out at the end, and when a task fails. */
export interface AirflowTask extends Step {
  readonly role: 'job' | 'told';
  readonly calls: (outcome: 'SUCCEEDED' | 'FAILED') => readonly Call[];
  readonly intervalMinutes: number | undefined;
}
export const airflowSlot = defineSlot<AirflowTask>('airflow task');

export const environmentName = (view: Pick<NodeView, 'id'>): Expression => nameInStack(view.id, facts.nameMax.value);

const oneRole = new Set(['airflow:InvokeRestApi', 'airflow:CreateWebLoginToken']);

export const cdk = defineCdk(service, {
  assumedBy: { service: 'airflow.amazonaws.com' },
  waits: 'Environment',
  access: (view, action) => {
    const shown = `${view.id}-<stack>`;
    return oneRole.has(action)
      ? [
          {
            // Airflow has roles of its own: this one may start DAGs and see their runs.
            arn: arn('airflow', 'role/', environmentName(view), '/User'),
            shown: `arn:aws:airflow:<region>:<account>:role/${shown}/User`,
            via: 'role',
          },
        ]
      : [
          {
            arn: arn('airflow', 'environment/', environmentName(view)),
            shown: `arn:aws:airflow:<region>:<account>:environment/${shown}`,
            via: 'role',
          },
        ];
  },
  emit: (block) => {
    const { config } = block;
    const role = block.role();
    const key = block.key();
    const bucket = dagBucket(block, key);
    permissions(block, bucket, key);
    const network = block.network();
    for (const endpoint of reached) network.reach(endpoint);
    if (block.field('subnet') === 'public')
      block.leaveOut('Airflow runs in private subnets only: its subnet is "public", and AWS refuses that');
    const group = block.securityGroup();
    // Its parts talk to each other on ports that they choose.
    block.run(group.method('addIngressRule', group, ec2.member('Port').method('allTraffic'), 'Parts of Airflow'));
    const one = config.environmentClass === facts.onlyOne.value;
    if (one && (block.declared.maxWorkers ?? block.declared.schedulers ?? block.declared.webservers) !== undefined)
      block.leaveOut(`${facts.onlyOne.value} has one worker, one scheduler and one web server, whatever is asked for`);
    const level = config.logLevel === 'OFF' ? 'INFO' : config.logLevel;
    const logged = { enabled: config.logLevel !== 'OFF', logLevel: level };
    const environment = block.construct('Environment', mwaa.member('CfnEnvironment'), {
      name: environmentName(block),
      airflowVersion: config.version,
      environmentClass: config.environmentClass,
      minWorkers: one ? 1 : Math.min(config.minWorkers, config.maxWorkers),
      maxWorkers: one ? 1 : config.maxWorkers,
      schedulers: one ? 1 : config.schedulers,
      minWebservers: one ? 1 : config.webservers,
      maxWebservers: one ? 1 : config.webservers,
      executionRoleArn: role.member('roleArn'),
      kmsKey: key?.member('keyArn'),
      sourceBucketArn: bucket.member('bucketArn'),
      dagS3Path: 'dags',
      networkConfiguration: {
        subnetIds: network.subnetIdList.slice(0, facts.subnets.value),
        securityGroupIds: [group.member('securityGroupId')],
      },
      webserverAccessMode: block.node.public ? 'PUBLIC_ONLY' : 'PRIVATE_ONLY',
      endpointManagement: 'SERVICE',
      weeklyMaintenanceWindowStart: config.maintenance,
      workerReplacementStrategy: 'GRACEFUL',
      loggingConfiguration: {
        taskLogs: logged,
        schedulerLogs: logged,
        workerLogs: logged,
        dagProcessingLogs: logged,
        webserverLogs: logged,
      },
      airflowConfigurationOptions: { ...config.settings, 'pipeline.tasks': self.method('toJsonString', dagOf(block)) },
    });
    block.run(environment.member('node').method('addDependency', role));
    block.run(environment.member('node').method('addDependency', bucket));
    if (block.encryption === 'none' || block.encryption === 'aws-managed')
      block.leaveOut('what Airflow keeps is encrypted with a key that AWS owns, or with one of yours: "cmk"');
    const folder = folderOf(block.id);
    block.file(`${folder}/dags/pipeline.py`, 'airflow/pipeline.py');
    const output = outputName(block, 'Dags');
    block.output(output, bucket.member('bucketName'));
    block.advise(
      `Copy the DAG of ${block.id} into its bucket, at first and after every change: \`aws s3 sync ${folder}/dags s3://<${output}>/dags\`.`,
    );
    alarms(block);
  },
});

/** What an environment without a way to the internet calls, besides what its tasks do. */
const reached = [
  'airflow',
  'airflow-env',
  'airflow-ops',
  'ecr-api',
  'ecr-images',
  'metrics',
  'log-events',
  'keys',
  'sqs',
];

const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const folderOf = (id: string): string => `airflow/${windowsDevices.test(id) ? `${id}-airflow` : id}`;

function outputName(block: EnvironmentBlock, suffix: string): string {
  const { tree } = block.part(suffix);
  return tree.type === 'member' ? tree.name : block.id;
}

/** The bucket that Airflow reads its DAGs from: versioned, or AWS refuses it. */
function dagBucket(block: EnvironmentBlock, key: Expression | undefined): Expression {
  return ownBucket(block, 'Dags', {
    expireDays: noncurrentDays,
    unlogged: `it holds the DAGs of ${block.title}, which are kept with the app, and nothing else`,
    more: {
      encryption: bucketEncryption(block),
      encryptionKey: key,
      versioned: true,
      // DAGs stay as long as they are the newest.
      lifecycleRules: [
        {
          noncurrentVersionExpiration: duration('days', noncurrentDays),
          abortIncompleteMultipartUploadAfter: duration('days', 7),
        },
      ],
      objectOwnership: s3.member('ObjectOwnership').member('BUCKET_OWNER_ENFORCED'),
      removalPolicy: removal(block.keepsData),
    },
  });
}
const noncurrentDays = 90;

/** What Airflow itself does, as its user guide lists it. Queues of Celery are AWS's own, in an account of theirs. */
function permissions(block: EnvironmentBlock, bucket: Expression, key: Expression | undefined): void {
  const environment = arn('airflow', 'environment/', environmentName(block));
  const queues = template('arn:', partition, ':sqs:', region, ':*:airflow-celery-*');
  const role = block.role();
  block.allow({ actions: ['airflow:PublishMetrics'], resources: [environment] });
  block.allow({
    actions: [
      's3:GetBucketLocation',
      's3:GetBucketPublicAccessBlock',
      's3:GetBucketVersioning',
      's3:GetEncryptionConfiguration',
      's3:ListBucket',
      's3:ListBucketVersions',
    ],
    resources: [bucket.member('bucketArn')],
  });
  block.allowOn(bucket, {
    principals: [role],
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resources: [bucket.method('arnForObjects', '*')],
  });
  block.allow({
    actions: ['logs:DescribeLogGroups', 's3:GetAccountPublicAccessBlock', 'cloudwatch:PutMetricData'],
    resources: ['*'],
  });
  block.allow({
    actions: [
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:GetLogEvents',
      'logs:GetLogGroupFields',
      'logs:PutLogEvents',
    ],
    resources: logGroups(block, key).map((group) => group.member('logGroupArn')),
  });
  block.allow({
    actions: [
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ReceiveMessage',
      'sqs:SendMessage',
    ],
    resources: [queues],
  });
  const viaQueues = {
    StringEquals: {
      'kms:ViaService': [template('sqs.', region, '.amazonaws.com'), template('s3.', region, '.amazonaws.com')],
    },
  };
  const keyActions = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'];
  if (key) {
    block.allow({ actions: keyActions, resources: [key.member('keyArn')], conditions: viaQueues });
  } else if (!block.roleIsDeclared)
    // The key of the queues lies in an account of AWS that nobody can name: any key but those of this account.
    block.run(
      role.method(
        'addToPrincipalPolicy',
        iam.member('PolicyStatement').new({
          actions: keyActions,
          notResources: [template('arn:', partition, ':kms:*:', account, ':key/*')],
          conditions: viaQueues,
        }),
      ),
    );
  if (block.roleIsDeclared) return;
  block.acknowledge(
    role,
    'AwsSolutions-IAM5[Resource::*]',
    `${block.title}: Airflow reads whether the account blocks public buckets, lists log groups and writes metrics, and IAM knows no narrower resource for these`,
  );
  block.acknowledge(
    role,
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sqs:<AWS::Region>:*:airflow-celery-*]',
    `the queues of ${block.title} lie in an account of AWS, under names that the service chooses`,
  );
}

/** The groups that its parts write to. Made by the stack under the names that Airflow looks for, so that they expire. */
function logGroups(block: EnvironmentBlock, key: Expression | undefined): Expression[] {
  if (key) letLogsUse(block, key, 'airflow-*');
  return ['DAGProcessing', 'Scheduler', 'Task', 'WebServer', 'Worker'].map((part) =>
    logGroup(block, `${part}Logs`, {
      logGroupName: template('airflow-', environmentName(block), `-${part}`),
      encryptionKey: key,
    }),
  );
}

const usualRetries = 3;

/** The DAG, for `dags/pipeline.py`: tasks in stages, each after those of the stage before. */
function dagOf(block: EnvironmentBlock): Values {
  const { config } = block;
  const offered = byRank(block.design, block, block.offered(airflowSlot));
  const jobs = offered.filter(({ role }) => role === 'job');
  const told = offered.filter(({ role }) => role === 'told');
  if (offered.length === 0) block.leaveOut('nothing is drawn for it to run: its DAG is empty');
  const tasks: Values[] = [];
  let before: string[] = [];
  for (const stage of stagesOf(block.design, block, jobs, config.parallel)) {
    for (const { edge, calls } of stage) tasks.push({ id: edge, after: before, calls: calls('SUCCEEDED').map(callOf) });
    before = stage.map(({ edge }) => edge);
  }
  for (const { edge, calls } of told) {
    tasks.push({ id: edge, after: before, calls: calls('SUCCEEDED').map(callOf) });
    if (config.retryCatch && jobs.length > 0)
      tasks.push({
        id: `${edge}.failed`,
        after: jobs.map((job) => job.edge),
        rule: 'one_failed',
        calls: calls('FAILED').map(callOf),
      });
  }
  return {
    dag: block.id,
    everyMinutes: intervalOf(block),
    retries: block.node.retries ?? (config.retryCatch ? usualRetries : 0),
    retrySeconds: config.retrySeconds,
    timeoutMinutes: block.field('timeoutMinutes') as number | undefined,
    tasks,
  };
}

const callOf = ({ service: client, start, until }: Call): Values => ({
  service: client,
  start,
  ...(until && { until }),
});

const daily = 1440;

function intervalOf(block: EnvironmentBlock): number | undefined {
  const { config } = block;
  const drawn = block.offered(airflowSlot).flatMap(({ intervalMinutes }) => intervalMinutes ?? []);
  const interval = drawn.length > 0 ? Math.min(...drawn) : config.intervalMinutes;
  const trigger = config.triggers ?? (interval === undefined ? 'on-demand' : 'schedule');
  return trigger === 'schedule' ? Math.max(1, Math.ceil(interval ?? daily)) : undefined;
}

function alarms(block: EnvironmentBlock): void {
  if ((block.node.alarms ?? []).includes('failure'))
    alarmOn(
      block,
      'Failed',
      {
        namespace: 'AmazonMWAA',
        metricName: 'TaskInstanceFailures',
        dimensions: { DAG: 'All', Environment: environmentName(block), Task: 'All' },
        statistic: 'Sum',
        periodMinutes: 5,
      },
      { threshold: 0, above: true, description: 'A task failed' },
    );
  alarmsWithout(block, ['failure']);
}
