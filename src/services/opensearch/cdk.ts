import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import {
  account,
  arn,
  iam,
  logs,
  onlyFor,
  opensearchservice,
  removal,
  servicePrincipal,
  statement,
} from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, letIn, logGroup, secretCredentials } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

/** Roles that the access policy of the domain names, by edge: `search-clients.ts` of the connections writes them down. */
export const clientSlot = defineSlot<{ readonly edge: string; readonly role: Expression }>('client');

/** `https://…` of a domain. */
export const domainUrl = (view: NodeView): Expression =>
  template('https://', view.part('Domain').member('attrDomainEndpoint'));
export const httpsPort = 443;

/** Index of a data set: lower-case, and nothing that OpenSearch refuses. */
export const indexName = (id: string): string => {
  const plain = id.toLowerCase().replace(/[^a-z0-9_-]+/g, '-');
  return /^[a-z0-9]/.test(plain) ? plain : `i${plain}`;
};

export const cdk = defineCdk(service, {
  access: (view, action) => {
    const domain = view.part('Domain');
    const output = domain.tree.type === 'member' ? `${domain.tree.name}Arn` : view.id;
    const whole = domain.member('attrArn');
    const base = { output: { name: output, value: whole }, via: 'role' as const };
    if (!action.startsWith('es:ESHttp')) return [{ ...base, arn: whole, shown: `<${output}>` }];
    return [
      {
        ...base,
        arn: template(whole, '/*'),
        shown: `<${output}>/*`,
        wildcard: {
          reason: `requests are authorized by their path below ${view.title}: the bulk interface has one path for all indexes`,
        },
      },
    ];
  },
  emit: (block) => {
    const { config } = block;
    const network = block.network();
    const { zones, dataNodes } = placement(block, network.zones);
    const clusterConfig = nodes(block, zones, dataNodes);
    const key = block.key();
    if (block.field('public') === true)
      block.leaveOut('the domain has no public endpoint: the export places it in a VPC (public)');
    // The three go together: without them the domain would not be made.
    const strict = config.fineGrainedAccess;
    const atRest = block.encryption !== 'none' || strict;
    const betweenNodes = config.nodeToNodeEncryption || strict;
    const https = config.enforceHttps || strict;
    if (strict && (block.encryption === 'none' || !config.nodeToNodeEncryption || !config.enforceHttps))
      block.leaveOut(
        'encryption at rest, TLS between nodes and HTTPS are all on: fine-grained access control does not work without them',
      );
    const published = logging(block, strict);
    const domain = block.construct('Domain', opensearchservice.member('CfnDomain'), {
      engineVersion: `OpenSearch_${config.version}`,
      clusterConfig,
      ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: config.volumeGiB },
      vpcOptions: {
        subnetIds: network.subnetIdList.slice(0, zones),
        securityGroupIds: [block.securityGroup().member('securityGroupId')],
      },
      encryptionAtRestOptions: { enabled: atRest, kmsKeyId: atRest ? key?.member('keyId') : undefined },
      nodeToNodeEncryptionOptions: { enabled: betweenNodes },
      domainEndpointOptions: { enforceHttps: https, tlsSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
      advancedSecurityOptions: strict ? masterUser(block) : undefined,
      advancedOptions: {
        'rest.action.multi.allow_explicit_index': 'true',
        // Written out, since CloudFormation takes a value that AWS adds for a change.
        override_main_response_version: 'false',
      },
      // With clients, their edges name them: roles of other nodes may come later than the domain.
      accessPolicies: block.offered(clientSlot).length > 0 ? undefined : accessPolicy([]),
      logPublishingOptions: published.options,
      softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
    });
    block.run(domain.member('node').method('addDependency', published.policy));
    block.run(domain.method('applyRemovalPolicy', removal(block.keepsData)));
    letIn(block, httpsPort);
    acknowledge(block, domain, { atRest, betweenNodes, zones });
    block.advise(
      `${block.id} lies in a VPC: the account needs the service-linked role AWSServiceRoleForAmazonOpenSearchService once (\`aws iam create-service-linked-role --aws-service-name opensearchservice.amazonaws.com\`).`,
    );
    if (strict)
      block.advise(
        `Map the roles of the writers and readers of ${block.id} to roles of its security plugin: fine-grained access control knows nobody but the master user at first.`,
      );
    if (config.expireDays !== undefined)
      block.advise(
        `Set an index policy on ${block.id} that deletes indexes after ${config.expireDays} days (PUT _plugins/_ism/policies/expire).`,
      );
    block.advise(
      `Set number_of_replicas to ${clusterConfig.multiAzWithStandbyEnabled ? Math.max(2, config.replicas) : config.replicas} in an index template of ${block.id}.`,
    );
    alarms(block, domain);
  },
});

/** Zones and data nodes: a domain spreads over as many zones as its nodes fill evenly. */
function placement(block: NodeBlock<typeof service>, available: number): { zones: number; dataNodes: number } {
  const { dataNodes } = block.config;
  const wanted = Math.min(block.node.azCount ?? available, available, 3);
  const zones = Math.max(1, Math.min(wanted, dataNodes));
  if (block.config.multiAzStandby || zones < 2) return { zones, dataNodes };
  const even = Math.ceil(dataNodes / zones) * zones;
  if (even !== dataNodes)
    block.leaveOut(`${even} data nodes instead of ${dataNodes}: each of the ${zones} zones has as many as the others`);
  return { zones, dataNodes: even };
}

const isBurstable = (type: string): boolean => type.startsWith('t');

function nodes(
  block: NodeBlock<typeof service>,
  zones: number,
  dataNodes: number,
): { readonly multiAzWithStandbyEnabled: boolean; readonly [key: string]: Code } {
  const { config } = block;
  const { least, most } = facts.masters.value;
  const burstable = isBurstable(config.instanceType);
  const masters = config.dedicatedMasters === 0 ? 0 : config.dedicatedMasters > least ? most : least;
  if (masters !== config.dedicatedMasters)
    block.leaveOut(
      `${masters} dedicated masters instead of ${config.dedicatedMasters}: they vote, so there are ${least} or ${most}`,
    );
  const standby = config.multiAzStandby && zones === 3 && dataNodes % 3 === 0 && masters > 0 && !burstable;
  if (config.multiAzStandby && !standby)
    block.leaveOut(
      'no zone stands by: that takes three zones, data nodes in threes, dedicated masters, and no burstable instance type',
    );
  const warm =
    config.warmNodes > 0 && masters > 0 && !burstable ? Math.max(facts.warmNodesMin.value, config.warmNodes) : 0;
  if (warm !== config.warmNodes)
    block.leaveOut(
      warm === 0
        ? 'no warm nodes: they need dedicated masters, and no burstable instance type beside them'
        : `${warm} warm nodes instead of ${config.warmNodes}: there are two at least`,
    );
  return {
    instanceType: config.instanceType,
    instanceCount: dataNodes,
    dedicatedMasterEnabled: masters > 0,
    dedicatedMasterCount: masters > 0 ? masters : undefined,
    dedicatedMasterType: masters > 0 ? config.masterType : undefined,
    warmEnabled: warm > 0,
    warmCount: warm > 0 ? warm : undefined,
    warmType: warm > 0 ? 'ultrawarm1.medium.search' : undefined,
    zoneAwarenessEnabled: zones > 1,
    zoneAwarenessConfig: zones > 1 ? { availabilityZoneCount: zones } : undefined,
    multiAzWithStandbyEnabled: standby,
  };
}

/** The master user has a generated password: it maps roles to permissions in the dashboards. */
function masterUser(block: NodeBlock<typeof service>): Code {
  const { username, password } = secretCredentials(block);
  return {
    enabled: true,
    internalUserDatabaseEnabled: true,
    masterUserOptions: { masterUserName: username, masterUserPassword: password },
  };
}

/**
 * Who may send requests: the roles that the design joins to the domain. Where it joins none, those of the account whose own
 * policies allow it. A policy of a domain reaches no further than the domain, whose name is not known before it is made.
 */
export const accessPolicy = (principals: readonly Expression[]): Expression =>
  iam.member('PolicyDocument').new({
    statements: [
      statement({
        principals: principals.length > 0 ? principals : [iam.member('AccountRootPrincipal').new()],
        actions: ['es:ESHttpDelete', 'es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPost', 'es:ESHttpPut'],
        resources: [arn('es', 'domain/*')],
      }),
    ],
  });

function logging(block: NodeBlock<typeof service>, audit: boolean): { options: Code; policy: Expression } {
  const kinds = [
    'SEARCH_SLOW_LOGS',
    'INDEX_SLOW_LOGS',
    'ES_APPLICATION_LOGS',
    ...(audit ? ['AUDIT_LOGS'] : []),
  ] as const;
  const groups = kinds.map((kind) => ({ kind, group: logGroup(block, logParts[kind]!) }));
  const policy = block.construct('LogsPolicy', logs.member('ResourcePolicy'), {
    policyStatements: [
      statement({
        principals: [servicePrincipal('es.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: groups.map(({ group }) => group.member('logGroupArn')),
        conditions: onlyFor(),
      }),
    ],
  });
  const options = Object.fromEntries(
    groups.map(({ kind, group }) => [kind, { enabled: true, cloudWatchLogsLogGroupArn: group.member('logGroupArn') }]),
  );
  return { options, policy };
}

const logParts: Readonly<Record<string, string>> = {
  SEARCH_SLOW_LOGS: 'SlowSearches',
  INDEX_SLOW_LOGS: 'SlowIndexing',
  ES_APPLICATION_LOGS: 'Errors',
  AUDIT_LOGS: 'Audit',
};

function acknowledge(
  block: NodeBlock<typeof service>,
  domain: Expression,
  { atRest, betweenNodes, zones }: { atRest: boolean; betweenNodes: boolean; zones: number },
): void {
  const { config, title } = block;
  block.acknowledge(
    domain,
    'AwsSolutions-OS3',
    `${title} lies in a VPC: its security group names who may connect, and addresses of clients there are private`,
  );
  if (!betweenNodes)
    block.acknowledge(
      domain,
      'AwsSolutions-OS2',
      `nodes of ${title} speak in clear in the design: nodeToNodeEncryption is false`,
    );
  if (config.dedicatedMasters === 0)
    block.acknowledge(
      domain,
      'AwsSolutions-OS4',
      `${title} has no masters of its own in the design: dedicatedMasters is 0`,
    );
  if (zones < 2)
    block.acknowledge(
      domain,
      'AwsSolutions-OS7',
      `${title} lies in one zone in the design: its dataNodes are ${config.dataNodes}, its azCount ${block.node.azCount ?? 'is not set'}`,
    );
  if (!atRest)
    block.acknowledge(domain, 'AwsSolutions-OS8', `${title} is not encrypted in the design: its encryption is none`);
}

function alarms(block: NodeBlock<typeof service>, domain: Expression): void {
  const wanted = block.node.alarms ?? [];
  if (wanted.includes('failure'))
    alarmOn(
      block,
      'Red',
      {
        namespace: 'AWS/ES',
        metricName: 'ClusterStatus.red',
        dimensions: { DomainName: domain.member('ref'), ClientId: account },
        statistic: 'Maximum',
        periodMinutes: 1,
      },
      {
        threshold: 0,
        above: true,
        description: 'A primary shard is on no node: its documents can be neither read nor written',
      },
    );
  alarmsWithout(block, ['failure']);
}
