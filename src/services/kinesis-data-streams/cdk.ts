import { defineCdk } from '../../kit/cdk';
import { arn, duration, kinesis, removal } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, l1Of, neededFreshness, partAccess } from '../../kit/cdk-parts';
import { template } from '../../kit/code';
import { service } from './service';

const leaseTable = 'arn:aws:dynamodb:<region>:<account>:table/<name of the application>*';
const millisecondsPerSecond = 1000;
const hourMs = 3_600_000;

export const cdk = defineCdk(service, {
  keyUse: {
    read: ['kinesis:GetRecords', 'kinesis:SubscribeToShard'],
    write: ['kinesis:PutRecord', 'kinesis:PutRecords'],
  },
  access: (view, action) => {
    const stream = partAccess(view, 'Stream', 'streamArn');
    // The client library keeps its leases in a table, and its metrics in a name space, of the name of the application.
    if (action.startsWith('dynamodb:'))
      return [{ arn: arn('dynamodb', 'table/', view.id, '*'), shown: leaseTable, via: 'role' }];
    if (action.startsWith('cloudwatch:')) return [{ arn: '*', shown: '*', via: 'role' }];
    if (action === 'kinesis:DescribeStreamConsumer' || action === 'kinesis:SubscribeToShard')
      return [
        {
          ...stream,
          arn: template(stream.output.value, '/consumer/*'),
          shown: `${stream.shown}/consumer/*`,
          wildcard: { reason: `a consumer of ${view.title} gets the end of its ARN when it registers` },
        },
      ];
    return [stream];
  },
  emit: (block) => {
    const { config, encryption, title } = block;
    const mode = (name: string) => kinesis.member('StreamMode').member(name);
    const sse = (name: string) => kinesis.member('StreamEncryption').member(name);
    const stream = block.construct('Stream', kinesis.member('Stream'), {
      streamMode: { ON_DEMAND: mode('ON_DEMAND'), PROVISIONED: mode('PROVISIONED') }[config.mode],
      // The construct throws when an on-demand stream also carries a shard count.
      shardCount: config.mode === 'PROVISIONED' ? (config.shards ?? 1) : undefined,
      retentionPeriod: duration('hours', config.retentionHours),
      // Written even at its default: left out, the construct adds a region condition to the template.
      encryption: {
        none: sse('UNENCRYPTED'),
        'aws-owned': sse('MANAGED'),
        'aws-managed': sse('MANAGED'),
        cmk: sse('KMS'),
      }[encryption],
      encryptionKey: block.key(),
      removalPolicy: removal(block.keepsData),
    });
    if (config.maxRecordKiB !== 1024)
      block.run(
        l1Of(stream, kinesis.member('CfnStream')).method(
          'addPropertyOverride',
          'MaxRecordSizeInKiB',
          config.maxRecordKiB,
        ),
      );
    if (encryption === 'none')
      block.acknowledge(stream, 'AwsSolutions-KDS1', `${title} is not encrypted in the design: its encryption is none`);
    if (encryption === 'cmk')
      block.acknowledge(
        stream,
        'AwsSolutions-KDS3',
        `the design asks for a customer-managed key: encryption of ${title} is cmk`,
      );
    for (const consumer of config.enhancedFanOut) {
      if (block.design.find(consumer)?.kind !== 'lambda')
        block.leaveOut(
          `enhanced fan-out for ${consumer}: the export registers functions as consumers; others register themselves`,
        );
    }

    const alarms = block.node.alarms ?? [];
    const dimensions = { StreamName: stream.member('streamName') };
    const metric = (metricName: string, statistic: 'Maximum' | 'Sum') => ({
      namespace: 'AWS/Kinesis',
      metricName,
      dimensions,
      statistic,
      periodMinutes: 1,
    });
    if (alarms.includes('iterator-age') || alarms.includes('lag') || alarms.includes('freshness')) {
      const fresh = neededFreshness(block);
      const threshold = fresh === undefined ? (config.retentionHours * hourMs) / 2 : fresh * millisecondsPerSecond;
      alarmOn(block, 'IteratorAge', metric('GetRecords.IteratorAgeMilliseconds', 'Maximum'), {
        threshold,
        above: true,
        periods: 5,
        description:
          fresh === undefined
            ? 'Consumers are behind by more than half of what the stream keeps'
            : `Consumers are behind by more than the ${fresh} s within which the data must be usable`,
      });
    }
    if (alarms.includes('failure'))
      alarmOn(block, 'Throttled', metric('WriteProvisionedThroughputExceeded', 'Sum'), {
        threshold: 0,
        above: true,
        description: 'Records were refused: the stream takes less than is written',
      });
    alarmsWithout(block, ['iterator-age', 'lag', 'freshness', 'failure']);
  },
});
