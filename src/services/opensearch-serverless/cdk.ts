import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { account, core, opensearchserverless } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, letIn } from '../../kit/cdk-parts';
import { type Code, type Expression, self, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

/** Says that an edge of the design writes the data access policy of its role: `search-clients.ts` of the connections. */
export const principalSlot = defineSlot<true>('principal');

export const collectionUrl = (view: NodeView): Expression => view.part('Collection').member('attrCollectionEndpoint');
export const collectionName = (view: Pick<NodeView, 'id'>): Expression =>
  nameInStack(view.id, facts.nameMaxLength.value);
/** Whether clients come through an endpoint in a VPC. */
export const hasEndpoint = (view: NodeView): boolean => view.isInVpc;

export const cdk = defineCdk(service, {
  access: (view) => {
    const collection = view.part('Collection');
    const output = collection.tree.type === 'member' ? `${collection.tree.name}Arn` : view.id;
    const value = collection.member('attrArn');
    return [{ arn: value, shown: `<${output}>`, output: { name: output, value }, via: 'role' }];
  },
  emit: (block) => {
    const { config } = block;
    const name = collectionName(block);
    const policy = (id: string, type: string, value: Code): Expression =>
      block.construct(id, opensearchserverless.member('CfnSecurityPolicy'), {
        name,
        type,
        policy: json(value),
      });
    const key = block.key();
    const encryption = policy('Encryption', 'encryption', {
      Rules: [{ ResourceType: 'collection', Resource: [template('collection/', name)] }],
      ...(key ? { AWSOwnedKey: false, KmsARN: key.member('keyArn') } : { AWSOwnedKey: true }),
    });
    if (block.encryption === 'none' || block.encryption === 'aws-managed')
      block.leaveOut(
        `the collection is encrypted with a key that AWS owns: it knows no encryption ${block.encryption}`,
      );
    const network = policy('Access', 'network', [networkRule(block, name)]);
    const collection = block.construct('Collection', opensearchserverless.member('CfnCollection'), {
      name,
      type: config.type,
      description: `Collection of ${block.id}`,
      standbyReplicas: config.standbyReplicas ? 'ENABLED' : 'DISABLED',
    });
    block.run(collection.method('addResourceDependency', encryption));
    block.run(collection.method('addResourceDependency', network));
    block.run(
      collection.method(
        'applyRemovalPolicy',
        core.member('RemovalPolicy').member(block.keepsData ? 'RETAIN' : 'DESTROY'),
      ),
    );
    if (block.offered(principalSlot).length === 0)
      block.advise(
        `Write a data access policy for ${block.id} that names who may read and write it: no role of the design does.`,
      );
    if (config.expireDays !== undefined) {
      if (config.type === 'TIMESERIES')
        block.construct('Expiry', opensearchserverless.member('CfnLifecyclePolicy'), {
          name,
          type: 'retention',
          policy: json({
            Rules: [
              {
                ResourceType: 'index',
                Resource: [template('index/', name, '/*')],
                MinIndexRetention: `${config.expireDays}d`,
              },
            ],
          }),
        });
      else block.leaveOut('documents do not expire: only time-series collections delete by age');
    }
    const alarms = block.node.alarms ?? [];
    if (alarms.includes('failure'))
      alarmOn(
        block,
        'Errors',
        {
          namespace: 'AWS/AOSS',
          metricName: '5xx',
          dimensions: { CollectionId: collection.member('attrId'), CollectionName: name, ClientId: account },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description: 'Requests to the collection failed' },
      );
    alarmsWithout(block, ['failure']);
  },
});

const json = (value: Code): Expression => self.method('toJsonString', value);

/** From a VPC through an endpoint there; else from anywhere, and every request is signed. */
function networkRule(block: NodeBlock<typeof service>, name: Expression): Code {
  const resource = [template('collection/', name)];
  const rules = [
    { ResourceType: 'collection', Resource: resource },
    { ResourceType: 'dashboard', Resource: resource },
  ];
  if (!hasEndpoint(block)) {
    block.remark(
      'Reached from anywhere, by signed requests of the roles that the data access policy names: the design places the collection in no VPC.',
    );
    return { Rules: rules, AllowFromPublic: true };
  }
  const network = block.network();
  const group = block.securityGroup();
  const endpoint = block.construct('Endpoint', opensearchserverless.member('CfnVpcEndpoint'), {
    name: collectionName(block),
    vpcId: network.vpc.member('vpcId'),
    subnetIds: network.subnetIds,
    securityGroupIds: [group.member('securityGroupId')],
  });
  letIn(block, 443);
  return {
    Rules: rules,
    AllowFromPublic: false,
    SourceVPCEs: [endpoint.member('attrId')],
  };
}

/** A data access policy: without one, IAM alone lets nobody at the documents. */
export function dataAccess(name: Expression, writes: boolean, principals: readonly Code[]): Expression {
  const read = ['aoss:DescribeIndex', 'aoss:ReadDocument'];
  const write = ['aoss:CreateIndex', 'aoss:UpdateIndex', 'aoss:WriteDocument'];
  return json([
    {
      Rules: [
        {
          ResourceType: 'index',
          Resource: [template('index/', name, '/*')],
          Permission: writes ? [...read, ...write] : read,
        },
        {
          ResourceType: 'collection',
          Resource: [template('collection/', name)],
          Permission: ['aoss:DescribeCollectionItems'],
        },
      ],
      Principal: principals,
    },
  ]);
}
