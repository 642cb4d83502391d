import { type Access, defineCdk, defineSlot } from '../../kit/cdk';
import { arn, cloudwatch, cloudwatchActions, logs, onlyFor, removal, stackName } from '../../kit/cdk-modules';
import { alarmsWithout } from '../../kit/cdk-parts';
import { type Expression, template } from '../../kit/code';
import { service } from './service';

/** Topics that the alarms of the stack notify. */
export const topicSlot = defineSlot<Expression>('topic');

export const cdk = defineCdk(service, {
  // The pattern of the CloudWatch Logs guide: subscriptions come from log groups of this account and Region.
  assumedBy: { service: 'logs.amazonaws.com', conditions: () => onlyFor(arn('logs', '*')) },
  last: true,
  access: (view, action): Access[] => {
    const group = view.part('LogGroup').member('logGroupArn');
    const output = `${view.part('LogGroup').tree.type === 'member' ? (view.part('LogGroup').tree as { name: string }).name : view.id}Arn`;
    if (action.startsWith('logs:'))
      return [{ arn: group, shown: `<${output}>`, output: { name: output, value: group }, via: 'role' }];
    // Metrics have no ARNs; dashboards have no Region.
    if (action === 'cloudwatch:GetDashboard')
      return [
        {
          arn: arn('cloudwatch', 'dashboard/', stackName, `-${view.id}`),
          shown: `arn:aws:cloudwatch::<account>:dashboard/<stack>-${view.id}`,
          via: 'role',
        },
      ];
    return [
      {
        arn: '*',
        shown: '*',
        via: 'role',
        wildcard: { reason: 'metrics have no ARNs', finding: template('*') },
      },
    ];
  },
  emit: (block) => {
    block.construct('LogGroup', logs.member('LogGroup'), {
      retention: block.design.logRetention,
      removalPolicy: removal(block.keepsData),
    });
    const { alarms } = block.design;
    const widget =
      alarms.length > 0
        ? cloudwatch.member('AlarmStatusWidget').new({ title: 'Alarms of the pipeline', width: 24, alarms })
        : cloudwatch
            .member('TextWidget')
            .new({ markdown: 'No node of the design asks for an alarm.', width: 24, height: 2 });
    block.construct('Dashboard', cloudwatch.member('Dashboard'), {
      dashboardName: template(stackName, `-${block.id.replace(/[^\w-]/g, '-')}`),
      widgets: [[widget]],
    });
    for (const alarm of alarms)
      for (const topic of block.offered(topicSlot))
        block.run(alarm.method('addAlarmAction', cloudwatchActions.member('SnsAction').new(topic)));
    alarmsWithout(block, []);
  },
});
