import { type Access, defineCdk } from '../../kit/cdk';
import { arn, core, ec2, removal } from '../../kit/cdk-modules';
import { alarmsWithout } from '../../kit/cdk-parts';
import { service } from './service';

export const cdk = defineCdk(service, {
  access: (view): Access[] => [
    {
      arn: arn('ec2', 'volume/', view.part('Volume').member('ref')),
      shown: `arn:aws:ec2:<region>:<account>:volume/<volume of ${view.id}>`,
      via: 'role',
    },
  ],
  emit: (block) => {
    const { config, encryption, title } = block;
    const volume = block.construct('Volume', ec2.member('CfnVolume'), {
      availabilityZone: core.member('Fn').method('select', 0, core.member('Fn').method('getAzs')),
      volumeType: config.volumeType,
      size: config.sizeGiB,
      encrypted: encryption !== 'none',
      kmsKeyId: block.key()?.member('keyArn'),
    });
    block.run(volume.method('applyRemovalPolicy', removal(block.keepsData)));
    if (encryption === 'none')
      block.acknowledge(volume, 'AwsSolutions-EC26', `${title} is not encrypted in the design: its encryption is none`);
    alarmsWithout(block, []);
  },
});
