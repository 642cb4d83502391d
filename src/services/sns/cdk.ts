import { defineCdk, type NodeBlock, type NodeView, viewAs } from '../../kit/cdk';
import { admitSenders, messageEncryption, needsTls } from '../../kit/cdk-messages';
import { kms, sns } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, partAccess } from '../../kit/cdk-parts';
import type { Expression } from '../../kit/code';
import { service } from './service';

export const isFifo = (view: NodeView): boolean => viewAs(view, service)?.config.type === 'fifo';

export const cdk = defineCdk(service, {
  keyUse: { read: [], write: ['sns:Publish'] },
  access: (view) => [partAccess(view, 'Topic', 'topicArn')],
  emit: (block) => {
    const { config, title } = block;
    const fifo = config.type === 'fifo';
    const encryption = messageEncryption(block, 'none');
    const key = encryption === 'cmk' ? block.key() : undefined;
    const tls = needsTls(block);
    const topic = block.construct('Topic', sns.member('Topic'), {
      displayName: config.displayName || undefined,
      fifo: fifo ? true : undefined,
      contentBasedDeduplication: fifo ? config.contentBasedDeduplication : undefined,
      fifoThroughputScope: fifo
        ? sns.member('FifoThroughputScope').member(config.highThroughput ? 'MESSAGE_GROUP' : 'TOPIC')
        : undefined,
      messageRetentionPeriodInDays: fifo ? config.archiveDays : undefined,
      masterKey: encryption === 'aws-managed' ? keyOfAws(block) : key,
      enforceSSL: tls,
      // Signs messages over HTTPS with SHA-256 instead of SHA-1.
      signatureVersion: '2',
    });
    admitSenders(block, key);
    if (!tls && encryption !== 'cmk' && encryption !== 'aws-managed')
      block.acknowledge(
        topic,
        'AwsSolutions-SNS3',
        `${title} takes messages without TLS in the design: its tls is ${block.field('tls')}`,
      );
    if (encryption === 'aws-owned')
      block.leaveOut(
        'a topic has no encryption by a key that AWS owns: it is encrypted by "aws-managed" or "cmk", or not',
      );
    if (!fifo && (config.contentBasedDeduplication || config.highThroughput || config.archiveDays !== undefined))
      block.leaveOut('a standard topic deduplicates nothing and keeps no archive: its config.type is not "fifo"');
    emails(block, topic);
    const alarms = block.node.alarms ?? [];
    if (alarms.includes('failure'))
      alarmOn(
        block,
        'Failed',
        {
          namespace: 'AWS/SNS',
          metricName: 'NumberOfNotificationsFailed',
          dimensions: { TopicName: topic.member('topicName') },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description: 'A subscriber did not take a message' },
      );
    alarmsWithout(block, ['failure']);
  },
});

const keyOfAws = (block: NodeBlock): Expression =>
  kms.member('Alias').method('fromAliasName', block.scope, `${block.id}-aws-key`, 'alias/aws/sns');

function emails(block: NodeBlock<typeof service>, topic: Expression): void {
  const addresses = [...new Set(block.config.emails)];
  if (addresses.length === 0) return;
  if (block.config.type === 'fifo') {
    block.leaveOut('nobody is told by e-mail: only queues subscribe to a FIFO topic');
    return;
  }
  for (const [index, endpoint] of addresses.entries())
    block.construct(`Email${index + 1}`, sns.member('Subscription'), {
      topic,
      protocol: sns.member('SubscriptionProtocol').member('EMAIL'),
      endpoint,
    });
  block.advise(`Have each address of ${block.id} confirmed: AWS sends an e-mail with a link when the stack is made.`);
}
