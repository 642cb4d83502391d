import { defineCdkConnection, type EdgeBlock, reachSlot } from '../../kit/cdk';
import { efs, lambda } from '../../kit/cdk-modules';
import { l1Of } from '../../kit/cdk-parts';
import { nfsPort } from '../../services/efs/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer }) => {
    if (to.kind === 'lambda') offer(to, reachSlot, from);
  },
  emit: (block) => {
    const { from, to } = block;
    block.grant();
    if (to.kind === 'lambda') return mountOnFunction(block);
    if (to.kind === 'emr-ec2') {
      block.connect(to, from, nfsPort);
      return block.advise(
        `Mount ${from.id} on the nodes of ${to.id} by a bootstrap action: CloudFormation has no property for it.`,
      );
    }
    const [application, files] = from.kind === 'source.app' ? [from, to] : [to, from];
    block.advise(
      files.kind === 'ebs'
        ? `Attach the volume ${files.id} to the machine of ${application.id}: it must stand in the first zone of the Region.`
        : `Mount ${files.id} where ${application.id} runs: in its VPC or one joined to it, with its addresses let in by ingressCidrs.`,
    );
  },
});

/** A function mounts a file system through an access point, at a path below /mnt. */
function mountOnFunction(block: EdgeBlock): void {
  const { from, to } = block;
  block.connect(to, from, nfsPort);
  const system = from.part('FileSystem');
  const point = block.construct(from, 'AccessPoint', efs.member('AccessPoint'), {
    fileSystem: system,
    path: '/functions',
    createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '750' },
    posixUser: { uid: '1000', gid: '1000' },
  });
  const made = to.part('Function');
  block.run(
    l1Of(made, lambda.member('CfnFunction')).method('addPropertyOverride', 'FileSystemConfigs', [
      { Arn: point.member('accessPointArn'), LocalMountPath: '/mnt/files' },
    ]),
  );
  block.run(made.member('node').method('addDependency', system.member('mountTargetsAvailable')));
}
