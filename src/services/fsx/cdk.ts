import { type Access, defineCdk } from '../../kit/cdk';
import { arn, fsx, removal } from '../../kit/cdk-modules';
import { alarmsWithout, letIn } from '../../kit/cdk-parts';
import { service } from './service';

/** Ports on which the file systems listen: Lustre its own, OpenZFS that of NFS. */
export const ports = { LUSTRE: 988, OPENZFS: 2049 } as const;

export const cdk = defineCdk(service, {
  access: (view): Access[] => [
    {
      arn: arn('fsx', 'file-system/', view.part('FileSystem').member('ref')),
      shown: `arn:aws:fsx:<region>:<account>:file-system/<file system of ${view.id}>`,
      via: 'role',
    },
  ],
  emit: (block) => {
    const { config } = block;
    const network = block.network();
    const backupDays = Math.min(90, Math.max(0, Math.round(Number(block.field('backupDays') ?? 0))));
    const system = block.construct('FileSystem', fsx.member('CfnFileSystem'), {
      fileSystemType: config.fileSystemType,
      storageCapacity: config.storageGiB,
      storageType: 'SSD',
      subnetIds: network.subnetIdList.slice(0, 1),
      securityGroupIds: [block.securityGroup().member('securityGroupId')],
      kmsKeyId: block.key()?.member('keyArn'),
      lustreConfiguration:
        config.fileSystemType === 'LUSTRE'
          ? { deploymentType: 'PERSISTENT_2', perUnitStorageThroughput: 125, automaticBackupRetentionDays: backupDays }
          : undefined,
      openZfsConfiguration:
        config.fileSystemType === 'OPENZFS'
          ? { deploymentType: 'SINGLE_AZ_1', throughputCapacity: 64, automaticBackupRetentionDays: backupDays }
          : undefined,
    });
    block.run(system.method('applyRemovalPolicy', removal(block.keepsData)));
    letIn(block, ports[config.fileSystemType]);
    if (block.encryption === 'none') block.leaveOut('files are encrypted with a key of AWS: FSx knows no other way');
    alarmsWithout(block, []);
  },
});
