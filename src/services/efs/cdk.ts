import { defineCdk } from '../../kit/cdk';
import { efs, removal } from '../../kit/cdk-modules';
import { alarmsWithout, letIn, partAccess } from '../../kit/cdk-parts';
import { service } from './service';

/** Port of NFS. */
export const nfsPort = 2049;

export const cdk = defineCdk(service, {
  access: (view) => [partAccess(view, 'FileSystem', 'fileSystemArn')],
  emit: (block) => {
    const { config, encryption, title } = block;
    const network = block.network();
    const system = block.construct('FileSystem', efs.member('FileSystem'), {
      vpc: network.vpc,
      vpcSubnets: network.subnets,
      securityGroup: block.securityGroup(),
      encrypted: encryption !== 'none',
      kmsKey: block.key(),
      allowAnonymousAccess: false,
      enableAutomaticBackups: Number(block.field('backupDays') ?? 0) > 0,
      throughputMode: efs.member('ThroughputMode').member(config.throughputMode.toUpperCase()),
      lifecyclePolicy:
        config.infrequentDays === undefined
          ? undefined
          : efs
              .member('LifecyclePolicy')
              .member(`AFTER_${config.infrequentDays}_DAY${config.infrequentDays === 1 ? '' : 'S'}`),
      removalPolicy: removal(block.keepsData),
    });
    if (encryption === 'none')
      block.acknowledge(system, 'AwsSolutions-EFS1', `${title} is not encrypted in the design: its encryption is none`);
    letIn(block, nfsPort);
    alarmsWithout(block, []);
  },
});
