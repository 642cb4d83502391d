import { defineCdkConnection, type EdgeBlock, viewAs } from '../../kit/cdk';
import { account, core, iam, partition, scheduler, stackName } from '../../kit/cdk-modules';
import { type Code, type Expression, template } from '../../kit/code';
import { service as macieService } from '../../services/macie/service';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { design, edge, from, to } = block;
    const { config } = viewAs(to, macieService)!;
    lookInside(block);
    block.allow(to, {
      actions: ['macie2:CreateClassificationJob'],
      resources: design.access(to, 'macie2:CreateClassificationJob').map((access) => access.arn),
    });
    if (!to.roleIsDeclared)
      block.acknowledge(
        to.role(),
        'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:macie2:<AWS::Region>:<AWS::AccountId>:classification-job/*]',
        `each run of ${to.title} is a job of its own, to which Macie gives its id`,
      );
    const schedule = block.construct(to, 'Schedule', scheduler.member('CfnSchedule'), {
      description: `Macie looks through ${from.id}`.slice(0, 512),
      state: 'ENABLED',
      scheduleExpression: edge.intervalMinutes === undefined ? rates[config.schedule] : rate(edge.intervalMinutes),
      flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 15 },
      target: {
        // A job that repeats by itself has no resource in CloudFormation: the scheduler starts one each time.
        arn: template('arn:', partition, ':scheduler:::aws-sdk:macie2:createClassificationJob'),
        roleArn: to.role().member('roleArn'),
        input: core.member('Stack').method('of', to.scope).method('toJsonString', job(block, config.samplingPercent)),
        retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 5 },
      },
    });
    block.run(schedule.member('node').method('addDependency', to.role()));
    const speaker = design.graph
      .nodesOfKind('macie')
      .map(({ id }) => id)
      .sort()[0];
    if (config.enable && speaker === to.id) block.run(schedule.method('addResourceDependency', to.part('Session')));
  },
});

const rates = { daily: 'rate(1 day)', weekly: 'rate(7 days)', monthly: 'cron(0 3 1 * ? *)' } as const;

function rate(intervalMinutes: number): string {
  const minutes = Math.min(525_600, Math.max(1, Math.ceil(intervalMinutes)));
  return minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`;
}

/** What the scheduler asks of Macie: a job over the bucket, under the folders of the edge. */
function job(block: EdgeBlock, samplingPercentage: number): Code {
  const { edge, from } = block;
  const folders = edgeFolders(block, from);
  const values = [...new Set(folders)].filter((folder) => folder !== '');
  const started = '<aws.scheduler.execution-id>';
  return {
    ClientToken: started,
    Name: template(stackName, `-${edge.id}-${started}`),
    Description: `Started for the edge ${edge.id}`,
    JobType: 'ONE_TIME',
    ManagedDataIdentifierSelector: 'RECOMMENDED',
    SamplingPercentage: samplingPercentage,
    S3JobDefinition: {
      BucketDefinitions: [{ AccountId: account, Buckets: [from.part('Bucket').member('bucketName')] }],
      Scoping:
        values.length > 0 && values.length === folders.length
          ? {
              Includes: {
                And: [{ SimpleScopeTerm: { Comparator: 'STARTS_WITH', Key: 'OBJECT_KEY', Values: values } }],
              },
            }
          : undefined,
    },
  };
}

/** Macie reads under its service-linked role, which a customer-managed key has to know. It may come later than the key. */
function lookInside(block: EdgeBlock): void {
  const key: Expression | undefined = block.from.key();
  if (!key) return;
  block.allowOn(key, {
    principals: [iam.member('AnyPrincipal').new()],
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: {
      ArnEquals: {
        'aws:PrincipalArn': template(
          'arn:',
          partition,
          ':iam::',
          account,
          ':role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie',
        ),
      },
    },
  });
}
