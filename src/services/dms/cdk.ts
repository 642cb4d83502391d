import { type Access, defineCdk, defineSlot, type NodeBlock } from '../../kit/cdk';
import { arn, dms } from '../../kit/cdk-modules';
import { plainName } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout } from '../../kit/cdk-parts';
import { makeStaging } from '../../kit/cdk-staging';
import type { Code } from '../../kit/code';
import { service } from './service';

/** One end of a replication: an endpoint, which the edge makes. */
export interface ReplicationEnd {
  readonly edge: string;
  readonly arn: Code;
  readonly cdc: boolean;
}
export const replicationSourceSlot = defineSlot<ReplicationEnd>('replication-source');
export const replicationTargetSlot = defineSlot<ReplicationEnd>('replication-target');

const identifier = (id: string): string => plainName(id, 31);

export const cdk = defineCdk(service, {
  // Endpoints are used from the Region of the task: its own principal takes the role.
  assumedBy: { service: 'dms.amazonaws.com' },
  access: (view): Access[] => {
    // The end of the ARN is ours: the API names replications by it.
    const resource = `replication-config:${identifier(view.id)}`;
    return [{ arn: arn('dms', resource), shown: `arn:aws:dms:<region>:<account>:${resource}`, via: 'role' }];
  },
  emit: (block) => {
    makeStaging(block);
    const [source, ...sources] = block.offered(replicationSourceSlot);
    const targets = block.offered(replicationTargetSlot);
    for (const other of sources)
      block.leaveOut(`a replication has one source, that of edge ${source!.edge}: ${other.edge} needs one of its own`);
    if (!source || targets.length === 0)
      return block.leaveOut('a replication goes from one database to another store: draw both ends');
    const network = block.network();
    const subnets = block.construct('Subnets', dms.member('CfnReplicationSubnetGroup'), {
      replicationSubnetGroupDescription: `Subnets of ${block.id}`.slice(0, 255),
      subnetIds: network.subnetIds,
    });
    for (const [index, target] of targets.entries())
      replication(block, { source, target, subnets, first: index === 0 });
    if (block.config.schemaConversion)
      block.advise(`Convert the schema of ${block.id} first, with DMS Schema Conversion: the replication copies rows.`);
    block.advise(
      `Start the replication of ${block.id} when it is made: \`aws dms start-replication\`. DMS needs the roles dms-vpc-role and dms-cloudwatch-logs-role in the account, which its console makes.`,
    );
    alarmsWithout(block, ['lag', 'failure']);
  },
});

interface Ends {
  readonly source: ReplicationEnd;
  readonly target: ReplicationEnd;
  readonly subnets: ReturnType<NodeBlock['construct']>;
  readonly first: boolean;
}

function replication(block: NodeBlock<typeof service>, { source, target, subnets, first }: Ends): void {
  const { config } = block;
  const follows = config.cdc || source.cdc || target.cdc;
  const name = identifier(first ? block.id : `${block.id}-${target.edge}`);
  const [schema = '%', table = '%'] = config.tables.split('.');
  const made = block.construct(
    first ? 'Replication' : `Replication-${target.edge}`,
    dms.member('CfnReplicationConfig'),
    {
      replicationConfigIdentifier: name,
      resourceIdentifier: name,
      replicationType: follows ? 'full-load-and-cdc' : 'full-load',
      sourceEndpointArn: source.arn,
      targetEndpointArn: target.arn,
      computeConfig: {
        maxCapacityUnits: config.maxCapacity,
        minCapacityUnits: 1,
        multiAz: Number(block.field('azCount') ?? 1) >= 2,
        replicationSubnetGroupId: subnets.member('ref'),
        vpcSecurityGroupIds: [block.securityGroup().member('securityGroupId')],
        kmsKeyId: block.key()?.member('keyArn'),
      },
      replicationSettings: { Logging: { EnableLogging: block.node.logs?.includes('task') === true } },
      tableMappings: {
        rules: [
          {
            'rule-type': 'selection',
            'rule-id': '1',
            'rule-name': '1',
            'object-locator': { 'schema-name': schema, 'table-name': table },
            'rule-action': 'include',
          },
        ],
      },
    },
  );
  block.run(made.member('node').method('addDependency', block.role()));
  const alarms = block.node.alarms ?? [];
  if (alarms.includes('lag') || alarms.includes('failure'))
    alarmOn(
      block,
      first ? 'Latency' : `Latency-${target.edge}`,
      {
        namespace: 'AWS/DMS',
        metricName: 'CDCLatencyTarget',
        dimensions: {
          ReplicationConfigIdentifier: first ? plainName(block.id, 60) : plainName(`${block.id}-${target.edge}`, 60),
        },
        statistic: 'Maximum',
        periodMinutes: 5,
      },
      { threshold: 300, above: true, description: 'The target is behind the source by more than five minutes' },
    );
}
