import { type Access, defineCdk, type NodeBlock, type NodeView, reachSlot } from '../../kit/cdk';
import { emrserverless, logs, removal } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOnEvent, alarmsWithout, letLogsUse } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import {
  callOnSchedule,
  catalogSettings,
  codeAsset,
  jsonOf,
  libraryOf,
  scriptName,
  sparkArguments,
  urlOf,
  workBucket,
} from '../../kit/job';
import { facts } from './facts';
import { service } from './service';

type ApplicationView = NodeView<typeof service>;
type ApplicationBlock = NodeBlock<typeof service>;

/** What a run is started with: the script of the app, and what it is told. For who starts runs: `StartJobRun` takes it. */
export function jobDriver(view: NodeView): { readonly [key: string]: Code } {
  if ((view as unknown as ApplicationView).config.framework === 'hive')
    return {
      Hive: {
        Query: urlOf(view.part('Script')),
        Parameters: template(
          '--hiveconf hive.exec.scratchdir=s3://',
          view.part('Work').member('bucketName'),
          '/temporary/scratch --hiveconf hive.metastore.warehouse.dir=s3://',
          view.part('Work').member('bucketName'),
          '/temporary/warehouse',
        ),
      },
    };
  return {
    SparkSubmit: {
      EntryPoint: urlOf(view.part('Script')),
      EntryPointArguments: sparkArguments(view),
      SparkSubmitParameters: template('--py-files ', urlOf(view.part('Library'))),
    },
  };
}

const onRuns: ReadonlySet<string> = new Set(['emr-serverless:GetJobRun', 'emr-serverless:CancelJobRun']);

export const cdk = defineCdk(service, {
  assumedBy: { service: 'emr-serverless.amazonaws.com' },
  plainTags: true,
  access: (view, action): readonly Access[] => {
    if (action === 'iam:PassRole')
      return [{ arn: view.role().member('roleArn'), shown: `<role of ${view.id}>`, via: 'role' }];
    const application = view.part('Application');
    const output = application.tree.type === 'member' ? `${application.tree.name}Arn` : view.id;
    const whole = application.member('attrArn');
    const base = { output: { name: output, value: whole }, via: 'role' as const };
    if (!onRuns.has(action)) return [{ ...base, arn: whole, shown: `<${output}>` }];
    return [
      {
        ...base,
        arn: template(whole, '/jobruns/*'),
        shown: `<${output}>/jobruns/*`,
        wildcard: { reason: `runs of ${view.title} get their ids when they start` },
      },
    ];
  },
  emit: (block) => {
    const { config } = block;
    const hive = config.framework === 'hive';
    const file = `${scriptName(block.id)}.${hive ? 'sql' : 'py'}`;
    block.file(`spark/${file}`, hive ? 'spark/main.sql' : 'spark/main.py');
    codeAsset(block, 'Script', 'spark', file);
    if (!hive) libraryOf(block);
    workBucket(block);
    const key = block.key();
    const group = logGroupOf(block, key);
    const inside = block.isInVpc || block.offered(reachSlot).length > 0;
    const settings = catalogSettings(block);
    const application = block.construct('Application', emrserverless.member('CfnApplication'), {
      name: nameInStack(block.id, 64),
      type: hive ? 'HIVE' : 'SPARK',
      releaseLabel: config.releaseLabel ?? facts.release.value,
      architecture: config.architecture,
      autoStartConfiguration: { enabled: config.autoStart },
      autoStopConfiguration: { enabled: config.autoStop, idleTimeoutMinutes: config.idleMinutes },
      ...capacity(block),
      networkConfiguration: inside
        ? {
            subnetIds: block.network().subnetIds,
            securityGroupIds: [block.securityGroup().member('securityGroupId')],
          }
        : undefined,
      monitoringConfiguration: {
        cloudWatchLoggingConfiguration: {
          enabled: true,
          logGroupName: group.member('logGroupName'),
          encryptionKeyArn: key?.member('keyArn'),
        },
        managedPersistenceMonitoringConfiguration: { enabled: true },
      },
      runtimeConfiguration:
        !hive && Object.keys(settings).length > 0
          ? [{ classification: 'spark-defaults', properties: settings }]
          : undefined,
    });
    startingRuns(block, application);
    whatCannotBe(block);
    if ((block.node.alarms ?? []).includes('failure'))
      alarmOnEvent(block, 'Failed', {
        source: 'aws.emr-serverless',
        type: 'EMR Serverless Job Run State Change',
        detail: { applicationId: [application.member('ref')], state: ['FAILED'] },
        description: 'A run of the application failed',
      });
    alarmsWithout(block, ['failure']);
  },
});

function logGroupOf(block: ApplicationBlock, key: Expression | undefined): Expression {
  const path = '/aws/emr-serverless/';
  if (key) {
    letLogsUse(block, key, `${path}*`);
    block.allow({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
  }
  const group = block.construct('LogGroup', logs.member('LogGroup'), {
    logGroupName: template(path, nameInStack(block.id, 200)),
    encryptionKey: key,
    retention: block.design.logRetention,
    removalPolicy: removal(block.keepsData),
  });
  block.allow({
    actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
    resources: [group.member('logGroupArn')],
  });
  return group;
}

/** Workers that are kept ready, and the most that all runs may use together. */
function capacity(block: ApplicationBlock): { readonly [key: string]: Code } {
  const { config } = block;
  const vcpus = config.workerVcpus;
  const [least, most] = facts.memoryGB.value[vcpus] as [number, number];
  const memory = Math.min(most, Math.max(least, config.workerMemoryGB));
  if (memory !== config.workerMemoryGB && config.warmWorkers > 0)
    block.leaveOut(
      `workers have ${memory} GB instead of ${config.workerMemoryGB}: ${vcpus} vCPUs come with ${least} to ${most}`,
    );
  const worker = (count: number) => ({
    workerCount: count,
    workerConfiguration: { cpu: `${vcpus} vCPU`, memory: `${memory} GB`, disk: '20 GB' },
  });
  const [driver, executor] = config.framework === 'hive' ? ['HiveDriver', 'TezTask'] : ['Driver', 'Executor'];
  // One of them drives the run.
  const warm = config.warmWorkers > 0 ? config.warmWorkers + 1 : 0;
  const limits = {
    cpu: Math.max(config.maxVcpus ?? 0, warm * vcpus),
    memory: Math.max(config.maxMemoryGB ?? 0, warm * memory),
  };
  const limited = config.maxVcpus !== undefined || config.maxMemoryGB !== undefined;
  if (
    limited &&
    (limits.cpu > (config.maxVcpus ?? limits.cpu) || limits.memory > (config.maxMemoryGB ?? limits.memory))
  )
    block.leaveOut(`the application may use ${limits.cpu} vCPUs and ${limits.memory} GB: as much as it keeps ready`);
  return {
    initialCapacity:
      warm > 0
        ? [
            { key: driver, value: worker(1) },
            { key: executor, value: worker(config.warmWorkers) },
          ]
        : undefined,
    maximumCapacity: limited
      ? {
          cpu: `${limits.cpu || Math.ceil(limits.memory / memory) * vcpus} vCPU`,
          memory: `${limits.memory || Math.ceil(limits.cpu / vcpus) * memory} GB`,
        }
      : undefined,
  };
}

/** Runs are no resources of CloudFormation: a schedule of the design starts them, or whoever is told how. */
function startingRuns(block: ApplicationBlock, application: Expression): void {
  const role = block.role().member('roleArn');
  const minutes = Math.ceil(Number(block.field('timeoutMinutes') ?? facts.nodeDefaults.value.timeoutMinutes));
  const retries = Math.min(10, Number(block.field('retries') ?? 0));
  const driver = jobDriver(block);
  callOnSchedule(block, {
    target: 'emrserverless:startJobRun',
    input: {
      ApplicationId: application.member('ref'),
      // The scheduler puts the id of each call here, so that a repeated call starts nothing.
      ClientToken: '<aws.scheduler.execution-id>',
      ExecutionRoleArn: role,
      ExecutionTimeoutMinutes: Math.min(facts.timeoutMaxMinutes.value, Math.max(1, minutes)),
      JobDriver: driver,
      ...(retries > 0 && { RetryPolicy: { MaxAttempts: retries + 1 } }),
      Name: block.id,
    },
    statements: [
      { actions: ['emr-serverless:StartJobRun'], resources: [application.member('attrArn')] },
      { actions: ['iam:PassRole'], resources: [role] },
    ],
  });
  const base = application.tree.type === 'member' ? application.tree.name : block.id;
  block.output(`${base}Id`, application.member('ref'));
  block.output(`${base}JobDriver`, jsonOf(driver));
  block.output(`${base}RoleArn`, role);
  block.advise(
    `Start a run of ${block.id} by hand with the outputs of the stack: \`aws emr-serverless start-job-run --application-id <${base}Id> --execution-role-arn <${base}RoleArn> --job-driver '<${base}JobDriver>'\`; the keys of the driver begin with small letters there.`,
  );
}

function whatCannotBe(block: ApplicationBlock): void {
  const { config } = block;
  if (config.lineage)
    block.leaveOut('lineage is gathered in a domain of Amazon DataZone: turn it on there (config.lineage)');
  if (config.securityConfiguration !== undefined)
    block.leaveOut(
      'it has no security configuration: disks and traffic are always encrypted, and config.securityConfiguration is for clusters',
    );
  if (block.encryption === 'cmk')
    block.leaveOut(
      'disks of workers are encrypted with a key of AWS; logs and staged data are under the key of the design',
    );
}
