import { defineCdk } from '../../kit/cdk';
import { kinesisvideo, removal } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, partAccess } from '../../kit/cdk-parts';
import { service } from './service';

export const cdk = defineCdk(service, {
  assumedBy: { service: 'kinesisvideo.amazonaws.com' },
  keyUse: { read: ['kinesisvideo:GetMedia'], write: ['kinesisvideo:PutMedia'] },
  access: (view) => [partAccess(view, 'Stream', 'attrArn')],
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
