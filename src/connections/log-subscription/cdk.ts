import { defineCdkConnection, type EdgeBlock, type EdgeView } from '../../kit/cdk';
import { functionOf } from '../../kit/cdk-function';
import { ec2, iam, lambda, logs, removal, servicePrincipal, statement } from '../../kit/cdk-modules';
import type { Code, Expression } from '../../kit/code';
import { callerSlot } from '../../services/lambda/cdk';
import { httpsPort } from '../../services/opensearch/cdk';
import { admitRole, isPrivate, isSearch, offerRole, searchAddress } from '../search-clients';
import { connection } from './connection';

/** Subscription filters of one log group (CloudWatch Logs quotas). */
const mostFilters = 2;

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { to, offer } = view;
    if (to.kind === 'lambda') offer(to, callerSlot, 'log');
    if (isSearch(to) && !isOneTooMany(view)) offerRole(view, to.part('LogsRole'), to);
  },
  emit: (block) => {
    const { from, to } = block;
    const group = from.part('LogGroup');
    if (isOneTooMany(block)) return block.leaveOut(`a log group has ${mostFilters} subscription filters at most`);
    const writer = isSearch(to) ? logWriter(block) : undefined;
    block.grant(writer && { as: writer.role });
    const called = writer?.function ?? (to.kind === 'lambda' ? to.part('Function') : undefined);
    const role = called ? undefined : from.role();
    const destination = called
      ? called.member('functionArn')
      : to.kind === 'firehose'
        ? to.part('Stream').member('attrArn')
        : to.part('Stream').member('streamArn');
    const filter = block.construct(from, 'Filter', logs.member('CfnSubscriptionFilter'), {
      logGroupName: group.member('logGroupName'),
      filterPattern: '',
      destinationArn: destination,
      roleArn: role?.member('roleArn'),
    });
    // CloudWatch sends a test record when the filter is made.
    if (role) return block.run(filter.member('node').method('addDependency', role));
    const permission = block.construct(from, 'Permission', lambda.member('CfnPermission'), {
      action: 'lambda:InvokeFunction',
      functionName: destination,
      principal: 'logs.amazonaws.com',
      sourceArn: group.member('logGroupArn'),
    });
    block.run(filter.method('addResourceDependency', permission));
  },
});

/** Whether edges before this one have taken the subscription filters of the log group. */
function isOneTooMany({ design, edge, from }: Pick<EdgeView, 'design' | 'edge' | 'from'>): boolean {
  const before = design.neighbours(from, 'out').filter((other) => design.joins(other.edge) && other.edge.id < edge.id);
  return before.filter(({ view }) => view.kind !== 'persona').length >= mostFilters;
}

/** No subscription leads to an index: a function of the stack writes the log events there, and is yours to change. */
function logWriter(block: EdgeBlock): { readonly function: Expression; readonly role: Expression } {
  const { to, design } = block;
  const construct = (id: string, type: Expression, props?: { readonly [key: string]: Code }): Expression =>
    block.part(to, id, type, props);
  const group = construct('LogsGroup', logs.member('LogGroup'), {
    retention: design.logRetention,
    removalPolicy: removal(to.keepsData),
  });
  const role = construct('LogsRole', iam.member('Role'), {
    assumedBy: servicePrincipal('lambda.amazonaws.com'),
    description: `Role of the function that writes log events into ${to.id}`,
  });
  const allow = (actions: readonly string[], resource: Code): void =>
    block.run(role.method('addToPrincipalPolicy', statement({ actions, resources: [resource] })));
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], group.member('logGroupArn'));
  const network = isPrivate(to) ? insideVpc(block, role, allow) : undefined;
  const made = functionOf(
    { construct, file: block.file, advise: block.advise },
    {
      id: 'LogsFunction',
      folder: 'custom/logs-to-search',
      caller: 'log',
      role,
      logs: group,
      runtime: 'nodejs24.x',
      memoryMB: 256,
      seconds: 60,
      network,
      inPublic: network !== undefined && to.field('subnet') === 'public',
    },
  );
  block.run(made.method('addEnvironment', 'DELIVER_TO_1', searchAddress(to, 'logs')));
  admitRole(block, role, to, true);
  return { function: made, role };
}

function insideVpc(
  block: EdgeBlock,
  role: Expression,
  allow: (actions: readonly string[], resource: Code) => void,
): { readonly vpc: Code; readonly subnets: Code; readonly securityGroup: Expression } {
  const { to } = block;
  const { vpc, subnets } = to.network();
  const securityGroup = block.part(to, 'LogsSecurityGroup', ec2.member('SecurityGroup'), {
    vpc,
    description: `Network of the function that writes log events into ${to.id}`,
  });
  block.run(
    to
      .securityGroup()
      .method('addIngressRule', securityGroup, ec2.member('Port').method('tcp', httpsPort), `Edge ${block.edge.id}`),
  );
  allow(['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces'], '*');
  block.acknowledge(
    role,
    'AwsSolutions-IAM5[Resource::*]',
    `${to.title} lies in a VPC, and the service checks these actions on every interface`,
  );
  return { vpc, subnets, securityGroup };
}
