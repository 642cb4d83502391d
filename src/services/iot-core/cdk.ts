import { type Access, defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { arn, iot } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, logGroup } from '../../kit/cdk-parts';
import type { Code } from '../../kit/code';
import type { DataSet } from '../../model/vocabulary';
import { service } from './service';

type IotView = NodeView<typeof service>;

/** What a rule does with a message: an action of the API. */
export interface RuleAction {
  readonly edge: string;
  readonly data: readonly DataSet[];
  readonly action: () => Code;
}
export const ruleSlot = defineSlot<RuleAction>('rule');

/** Messages of a data set, by the topic that devices publish them under. */
export const topicFilter = (view: IotView, data: readonly DataSet[]): string =>
  view.config.topicFilter ?? `${data[0] ? plain(data[0].id) : plain(view.id)}/#`;

const plain = (id: string): string => id.replace(/[^A-Za-z0-9_-]+/g, '-');

/** A policy variable of IoT: the device that connects. */
const thing = ['$', '{iot:Connection.Thing.ThingName}'].join('');

export const cdk = defineCdk(service, {
  assumedBy: { service: 'iot.amazonaws.com' },
  access: (view, action, { data = [] }): Access[] => {
    if (action === 'iot:Connect')
      return [
        {
          arn: arn('iot', `client/${thing}`),
          shown: `arn:aws:iot:<region>:<account>:client/${thing}`,
          via: 'role',
        },
      ];
    const topic = topicFilter(view, data).replaceAll('+', '*').replace('#', '*');
    return [{ arn: arn('iot', `topic/${topic}`), shown: `arn:aws:iot:<region>:<account>:topic/${topic}`, via: 'role' }];
  },
  emit: (block) => {
    const rules = block.offered(ruleSlot);
    if (rules.length === 0) return block.leaveOut('nothing is drawn behind it: there is no rule to make');
    const errors = block.node.logs?.includes('error') ? logGroup(block, 'ErrorLog') : undefined;
    if (errors)
      block.allow({
        actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: [errors.member('logGroupArn')],
      });
    for (const rule of rules) makeRule(block, rule, errors);
    alarmsWithout(block, ['failure']);
  },
});

function makeRule(
  block: NodeBlock<typeof service>,
  { edge, data, action }: RuleAction,
  errors: ReturnType<typeof logGroup> | undefined,
): void {
  const role = block.role().member('roleArn');
  const { where } = block.config;
  const rule = block.construct(`Rule-${edge}`, iot.member('CfnTopicRule'), {
    topicRulePayload: {
      awsIotSqlVersion: '2016-03-23',
      description: `Edge ${edge} of the design`,
      sql: `SELECT * FROM '${topicFilter(block, data)}'${where === undefined ? '' : ` WHERE ${where}`}`,
      ruleDisabled: false,
      actions: [action()],
      errorAction: errors && { cloudwatchLogs: { logGroupName: errors.member('logGroupName'), roleArn: role } },
    },
  });
  block.run(rule.member('node').method('addDependency', block.role()));
  if (block.node.alarms?.includes('failure'))
    alarmOn(
      block,
      `Failed-${edge}`,
      {
        namespace: 'AWS/IoT',
        metricName: 'Failure',
        dimensions: { RuleName: rule.member('ref') },
        statistic: 'Sum',
        periodMinutes: 5,
      },
      { threshold: 0, above: true, description: 'A rule could not pass a message on' },
    );
}
