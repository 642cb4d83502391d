import { defineCdk } from '../../kit/cdk';
import { kms, removal, stackName } from '../../kit/cdk-modules';
import { template } from '../../kit/code';
import { service } from './service';

export const cdk = defineCdk(service, {
  access: (view) => [{ arn: view.part('Key').member('keyArn'), shown: `<${view.id} key>`, via: 'role' }],
  emit: (block) => {
    const key = block.construct('Key', kms.member('Key'), {
      alias: template('alias/', stackName, `-${block.id}`),
      description: `Key ${block.id} of the design`,
      enableKeyRotation: block.config.keyRotation,
      removalPolicy: removal(block.keepsData),
    });
    if (!block.config.keyRotation)
      block.acknowledge(
        key,
        'AwsSolutions-KMS5',
        `${block.title} has no yearly rotation in the design: config.keyRotation is false`,
      );
  },
});
