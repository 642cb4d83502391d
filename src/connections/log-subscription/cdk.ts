import { defineCdkConnection } from '../../kit/cdk';
import { lambda, logs } from '../../kit/cdk-modules';
import { callerSlot } from '../../services/lambda/cdk';
import { connection } from './connection';

/** Subscription filters of one log group (CloudWatch Logs quotas). */
const mostFilters = 2;

export const cdk = defineCdkConnection(connection, {
  prepare: ({ to, offer }) => {
    if (to.kind === 'lambda') offer(to, callerSlot, 'log');
  },
  emit: (block) => {
    const { from, to } = block;
    const group = from.part('LogGroup');
    const filters = block.design
      .neighbours(from, 'out')
      .filter(({ edge }) => block.design.joins(edge) && edge.id < block.edge.id);
    if (filters.filter(({ view }) => view.kind !== 'persona').length >= mostFilters)
      return block.leaveOut(`a log group has ${mostFilters} subscription filters at most`);
    block.grant();
    const toFunction = to.kind === 'lambda';
    const role = toFunction ? undefined : from.role();
    const destination = toFunction
      ? to.part('Function').member('functionArn')
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
