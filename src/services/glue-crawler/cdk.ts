import { defineCdk, defineSlot, type NodeView } from '../../kit/cdk';
import { account, arn, ec2, glue, kms, logs, removal, stackName } from '../../kit/cdk-modules';
import { alarmsWithout, allowInterfaces, letLogsUse } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { cronOf } from '../../kit/schedule';
import { service } from './service';

type CrawlerView = NodeView<typeof service>;

/** Folders to crawl, and the tables that describe them where the design knows their columns. */
export interface CrawlTarget {
  readonly bucketName: Expression;
  readonly folders: readonly string[];
  /** Asked for once every connection has said what it knows. */
  readonly tables: () => readonly Expression[];
  /** A schedule on the edge: wins over the node's own. */
  readonly schedule: { readonly intervalMinutes?: number | undefined; readonly startAt?: string | undefined };
}
export const targetSlot = defineSlot<CrawlTarget>('target');
/** A database that is crawled through a Glue connection. */
export interface JdbcTarget {
  readonly edge: string;
  readonly connectionName: Expression;
  /** Of what is crawled: `<database>/%`. */
  readonly path: string;
  readonly schedule: CrawlTarget['schedule'];
}
export const jdbcTargetSlot = defineSlot<JdbcTarget>('jdbc-target');
export const catalogSlot = defineSlot<{ readonly database: string; readonly construct: Expression }>('catalog');

const crawlerName = (view: CrawlerView): Expression => template(stackName, `-${view.id}`);

export const cdk = defineCdk(service, {
  assumedBy: { service: 'glue.amazonaws.com' },
  waits: 'Crawler',
  access: (view) => [
    {
      arn: arn('glue', 'crawler/', crawlerName(view)),
      shown: `arn:aws:glue:<region>:<account>:crawler/<stack>-${view.id}`,
      via: 'role',
    },
  ],
  emit: (block) => {
    const { config, title } = block;
    const role = block.role();
    const security =
      config.securityConfiguration === undefined ? undefined : encryptedLogs(block, role, config.securityConfiguration);
    if (!security) {
      const group = 'log-group:/aws-glue/crawlers';
      block.allow({ actions: ['logs:CreateLogGroup'], resources: [arn('logs', group)] });
      block.allow({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [arn('logs', `${group}:log-stream:`, crawlerName(block))],
      });
    }
    const targets = block.offered(targetSlot);
    const databases = block.offered(jdbcTargetSlot);
    if (databases.length > 0) workThrough(block, databases);
    const [catalog] = block.offered(catalogSlot);
    const known =
      catalog !== undefined &&
      targets.length > 0 &&
      databases.length === 0 &&
      targets.every(({ tables, folders }) => folders.length > 0 && tables().length === folders.length);
    const own = catalog === undefined ? ownDatabase(block) : undefined;
    const database = catalog?.database ?? own!.name;
    const schedule = [...targets, ...databases]
      .map((target) => target.schedule)
      .find(({ intervalMinutes }) => intervalMinutes !== undefined) ?? { intervalMinutes: config.intervalMinutes };
    const expression =
      schedule.intervalMinutes === undefined ? undefined : cronOf(schedule.intervalMinutes, schedule.startAt);
    const crawler = block.construct('Crawler', glue.member('CfnCrawler'), {
      name: crawlerName(block),
      description: `Crawler ${block.id} of the design`,
      role: role.member('roleArn'),
      databaseName: known ? undefined : database,
      targets: known
        ? {
            catalogTargets: [
              {
                databaseName: database,
                tables: targets.flatMap(({ tables }) => tables().map((table) => table.member('ref'))),
              },
            ],
          }
        : {
            s3Targets: targets.flatMap(({ bucketName, folders }) =>
              (folders.length > 0 ? folders : ['']).map((folder) => ({
                path: template('s3://', bucketName, `/${folder}`),
              })),
            ),
            jdbcTargets:
              databases.length > 0
                ? databases.map(({ connectionName, path }) => ({ connectionName, path }))
                : undefined,
          },
      schedule: expression && { scheduleExpression: expression },
      schemaChangePolicy: { updateBehavior: 'UPDATE_IN_DATABASE', deleteBehavior: 'LOG' },
      recrawlPolicy: { recrawlBehavior: 'CRAWL_EVERYTHING' },
      configuration: JSON.stringify({
        Version: 1,
        CrawlerOutput: { Partitions: { AddOrUpdateBehavior: 'InheritFromTable' } },
        Grouping: { TableGroupingPolicy: 'CombineCompatibleSchemas' },
      }),
      crawlerSecurityConfiguration: security?.member('ref'),
    });
    block.run(crawler.member('node').method('addDependency', role));
    const made = catalog?.construct ?? own?.construct;
    if (made) block.run(crawler.method('addResourceDependency', made));
    if (!security)
      block.acknowledge(
        crawler,
        'AwsSolutions-GL1',
        `the logs of ${title} are not encrypted with a key of yours in the design: config.securityConfiguration is not set`,
      );
    if (config.eventDriven)
      block.leaveOut(
        'it crawls on its schedule or on demand: crawling by events needs a queue and bucket notifications, which the design does not draw (config.eventDriven)',
      );
    if (targets.length + databases.length === 0) block.leaveOut('no bucket is drawn for it to crawl');
    alarmsWithout(block, []);
  },
});

type Block = Parameters<Parameters<typeof defineCdk<typeof service>>[1]['emit']>[0];

/** A crawler reaches a database from the network of the connection, with an interface of its own. */
function workThrough(block: Block, databases: readonly JdbcTarget[]): void {
  allowInterfaces(block, [
    'ec2:CreateNetworkInterface',
    'ec2:CreateTags',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeRouteTables',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcAttribute',
    'ec2:DescribeVpcEndpoints',
  ]);
  block.allow({
    actions: ['glue:GetConnection'],
    resources: [
      arn('glue', 'catalog'),
      ...databases.map(({ connectionName }) => arn('glue', 'connection/', connectionName)),
    ],
  });
  // Glue asks for a group whose members reach each other on every port.
  const group = block.securityGroup();
  block.run(group.method('addIngressRule', group, ec2.member('Port').method('allTcp'), 'Workers of Glue'));
}

/** Logs under a key of their own, in the group that Glue takes for a crawler with this security configuration. */
function encryptedLogs(block: Block, role: Expression, named: string): Expression {
  const slug = named.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 100);
  const name = template(stackName, `-${block.id}-${slug}`);
  const groupName = template('/aws-glue/crawlers-role/', role.member('roleName'), '-', name);
  const key =
    block.key() ??
    block.construct('LogKey', kms.member('Key'), {
      description: `Encrypts the logs of ${block.id}`,
      enableKeyRotation: true,
      removalPolicy: removal(block.keepsData),
    });
  const groupArn = arn('logs', 'log-group:', groupName);
  letLogsUse(block, key, '/aws-glue/crawlers-role/*');
  const group = block.construct('LogGroup', logs.member('LogGroup'), {
    logGroupName: groupName,
    encryptionKey: key,
    retention: block.design.logRetention,
    removalPolicy: removal(block.keepsData),
  });
  block.allow({
    actions: ['logs:AssociateKmsKey', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [groupArn, group.member('logGroupArn')],
  });
  return block.construct('Security', glue.member('CfnSecurityConfiguration'), {
    name,
    encryptionConfiguration: {
      cloudWatchEncryption: { cloudWatchEncryptionMode: 'SSE-KMS', kmsKeyArn: key.member('keyArn') },
      s3Encryptions: [{ s3EncryptionMode: 'SSE-S3' }],
    },
  });
}

/** A crawler that no catalog is drawn for writes its tables to a database of its own. */
function ownDatabase(block: Block): { readonly name: string; readonly construct: Expression } {
  const name = block.id.toLowerCase().replace(/[^a-z0-9_]/g, '_');
  const database = block.construct('Database', glue.member('CfnDatabase'), {
    catalogId: account,
    databaseInput: { name, description: `Tables of crawler ${block.id}` },
  });
  const tables: Code = arn('glue', `table/${name}/*`);
  block.allow({
    actions: [
      'glue:BatchCreatePartition',
      'glue:BatchGetPartition',
      'glue:CreateTable',
      'glue:GetDatabase',
      'glue:GetTable',
      'glue:UpdatePartition',
      'glue:UpdateTable',
    ],
    resources: [arn('glue', 'catalog'), arn('glue', `database/${name}`), tables],
  });
  if (!block.roleIsDeclared)
    block.acknowledge(
      block.role(),
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:glue:<AWS::Region>:<AWS::AccountId>:table/${name}/*]`,
      `no catalog is drawn for ${block.title}: it names the tables of its own database after what it finds`,
    );
  return { name, construct: database };
}
