import { defineCdkConnection } from '../../kit/cdk';
import { sendersSlot } from '../../kit/cdk-messages';
import { iam, onlyFor, servicePrincipal } from '../../kit/cdk-modules';
import { topicSlot } from '../../services/cloudwatch/cdk';
import { isFifo } from '../../services/sns/cdk';
import { connection } from './connection';

const alarmService = 'cloudwatch.amazonaws.com';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer }) => {
    if (from.kind !== 'cloudwatch' || isFifo(to)) return;
    offer(to, sendersSlot, alarmService);
    offer(from, topicSlot, to.part('Topic'));
  },
  emit: (block) => {
    const { from, to, edge } = block;
    const topic = to.part('Topic');
    if (isFifo(to)) return block.leaveOut('alarms notify standard topics only: this one is a FIFO topic');
    if (from.kind === 'cloudwatch')
      return block.allowOn(topic, {
        principals: [servicePrincipal(alarmService)],
        actions: ['sns:Publish'],
        resources: [topic.member('topicArn')],
        conditions: onlyFor(),
      });
    if (from.kind === 'opensearch-serverless')
      return block.leaveOut('collections have no monitors: send alarms of CloudWatch to the topic instead');
    const role = block.construct(from, 'Role', iam.member('Role'), {
      assumedBy: servicePrincipal('es.amazonaws.com', onlyFor()),
      description: `Monitors of ${from.id} notify ${to.id}, for edge ${edge.id}`,
    });
    block.grant({ as: role });
    const base = role.tree.type === 'member' ? role.tree.name : 'alertRole';
    block.output(`${base}Arn`, role.member('roleArn'));
    const [topicAccess] = block.design.access(to, 'sns:Publish');
    if (topicAccess?.output) block.output(topicAccess.output.name, topicAccess.output.value);
    block.advise(
      `Make a notification channel of type Amazon SNS in OpenSearch Dashboards of ${from.id}, with the topic and the role of the outputs \`${topicAccess?.output?.name}\` and \`${base}Arn\`: monitors are kept in the domain, where CloudFormation does not reach.`,
    );
  },
});
