import { type Access, defineCdk } from '../../kit/cdk';
import { kinesisvideo, removal } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout } from '../../kit/cdk-parts';
import { service } from './service';

export const cdk = defineCdk(service, {
  assumedBy: { service: 'kinesisvideo.amazonaws.com' },
  keyUse: { read: ['kinesisvideo:GetMedia'], write: ['kinesisvideo:PutMedia'] },
  access: (view): Access[] => {
    const arn = view.part('Stream').member('attrArn');
    const field = view.part('Stream').tree;
    const output = field.type === 'member' ? `${field.name}Arn` : view.id;
    return [{ arn, shown: `<${output}>`, output: { name: output, value: arn }, via: 'role' }];
  },
  emit: (block) => {
    const { config } = block;
    const stream = block.construct('Stream', kinesisvideo.member('CfnStream'), {
      dataRetentionInHours: config.retentionHours,
      mediaType: config.mediaType,
      // Without a key of the design the service encrypts with its own.
      kmsKeyId: block.key()?.member('keyArn'),
    });
    block.run(stream.method('applyRemovalPolicy', removal(block.keepsData)));
    if (block.node.alarms?.includes('failure'))
      alarmOn(
        block,
        'NothingArrives',
        {
          namespace: 'AWS/KinesisVideo',
          metricName: 'PutMedia.IncomingBytes',
          dimensions: { StreamName: stream.member('ref') },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 1, above: false, description: 'No video arrives' },
      );
    alarmsWithout(block, ['failure']);
  },
});
