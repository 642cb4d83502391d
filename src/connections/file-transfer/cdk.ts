import { defineCdkConnection, type EdgeBlock, type EdgeView, type NodeView, reachSlot, viewAs } from '../../kit/cdk';
import { arn, datasync } from '../../kit/cdk-modules';
import { parameterName } from '../../kit/cdk-names';
import { type Code, type Expression, template } from '../../kit/code';
import { fromSlot, toSlot } from '../../services/datasync/cdk';
import { ports } from '../../services/fsx/cdk';
import { service as fsx } from '../../services/fsx/service';
import { service as files } from '../../services/source.files/service';
import { edgeFolder } from '../lake-layout';
import { outsideSecret, outsideValue } from '../outside';
import { connection } from './connection';

/** The location that an edge makes, in the scope of its task. */
const locationOf = ({ edge, from, to }: EdgeView): Expression =>
  (from.kind === 'datasync' ? from : to).part(`Location-${edge.id}`);

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, offer } = view;
    const value = {
      edge: edge.id,
      arn: locationOf(view).member('attrLocationArn'),
      intervalMinutes: edge.intervalMinutes,
      startAt: edge.startAt,
      full: edge.load === 'full',
    };
    const [task, store] = from.kind === 'datasync' ? [from, to] : [to, from];
    // It works in the network of the file system.
    if (store.kind === 'efs' || store.kind === 'fsx') offer(task, reachSlot, store);
    if (from.kind === 'datasync') offer(from, toSlot, value);
    else offer(to, fromSlot, value);
  },
  emit: (block) => {
    const { from, to } = block;
    const [task, store] = from.kind === 'datasync' ? [from, to] : [to, from];
    if (store.kind === 'source.files') {
      block.grant();
      return shareLocation(block, task, store);
    }
    if (store.kind === 's3') {
      block.grant({ prefixes: [edgeFolder(block, store, '')] });
      return bucketLocation(block, task, store);
    }
    block.grant();
    if (store.kind === 'efs') return fileSystemLocation(block, task, store);
    sharedLocation(block, task, store);
  },
});

const location = (
  block: EdgeBlock,
  task: NodeView,
  type: string,
  props: { readonly [key: string]: Code },
): Expression => block.part(task, `Location-${block.edge.id}`, datasync.member(type), props);

function bucketLocation(block: EdgeBlock, task: NodeView, bucket: NodeView): void {
  const made = location(block, task, 'CfnLocationS3', {
    s3BucketArn: bucket.part('Bucket').member('bucketArn'),
    subdirectory: `/${edgeFolder(block, bucket, '')}`,
    s3StorageClass: 'STANDARD',
    s3Config: { bucketAccessRoleArn: task.role().member('roleArn') },
  });
  // The service tries the role when the location is made.
  block.run(made.member('node').method('addDependency', task.role()));
}

function fileSystemLocation(block: EdgeBlock, task: NodeView, store: NodeView): void {
  const network = store.network();
  block.connect(task, store, nfsPort);
  location(block, task, 'CfnLocationEFS', {
    efsFilesystemArn: store.part('FileSystem').member('fileSystemArn'),
    ec2Config: {
      securityGroupArns: [arn('ec2', 'security-group/', task.securityGroup().member('securityGroupId'))],
      subnetArn: arn('ec2', 'subnet/', network.subnetIdList[0]!),
    },
    inTransitEncryption: 'TLS1_2',
    fileSystemAccessRoleArn: task.role().member('roleArn'),
  });
}

/** File systems of FSx: Lustre is mounted by itself, OpenZFS as NFS. */
function sharedLocation(block: EdgeBlock, task: NodeView, store: NodeView): void {
  const type = viewAs(store, fsx)!.config.fileSystemType;
  block.connect(task, store, ports[type]);
  const shared = {
    fsxFilesystemArn: arn('fsx', 'file-system/', store.part('FileSystem').member('ref')),
    securityGroupArns: [arn('ec2', 'security-group/', task.securityGroup().member('securityGroupId'))],
  };
  if (type === 'LUSTRE') location(block, task, 'CfnLocationFSxLustre', shared);
  else location(block, task, 'CfnLocationFSxOpenZFS', { ...shared, protocol: { nfs: { mountOptions: {} } } });
}

/** A share is read by an agent: a virtual machine beside it, which somebody has to start and activate. */
function shareLocation(block: EdgeBlock, task: NodeView, share: NodeView): void {
  const { protocol, host, path } = viewAs(share, files)!.config;
  const agent = block.parameter(`${parameterName(share.id)}AgentArn`, `ARN of the DataSync agent beside ${share.id}`, {
    allowedPattern: '^arn:[a-z-]+:datasync:[a-z0-9-]+:[0-9]{12}:agent/agent-[0-9a-z]{17}$',
  });
  const shared = {
    serverHostname: outsideValue(block, share, 'Host', host, 'Host of'),
    subdirectory: path?.startsWith('/') ? path : `/${path ?? ''}`,
  };
  if (protocol === 'smb') {
    const secret = outsideSecret(block, share);
    location(block, task, 'CfnLocationSMB', {
      ...shared,
      agentArns: [agent],
      authenticationType: 'NTLM',
      user: template('{{resolve:secretsmanager:', template(secret as Expression), ':SecretString:username}}'),
      password: template('{{resolve:secretsmanager:', template(secret as Expression), ':SecretString:password}}'),
    });
  } else location(block, task, 'CfnLocationNFS', { ...shared, onPremConfig: { agentArns: [agent] } });
  block.advise(
    `Start and activate a DataSync agent beside ${share.id} before you deploy, and give its ARN as ${parameterName(share.id)}AgentArn.`,
  );
  if (protocol !== undefined && protocol !== 'nfs' && protocol !== 'smb')
    block.leaveOut(
      `${share.id} is read as NFS: config.protocol is ${protocol}, for which make the location in lib/pipeline-stack.ts`,
    );
}

const nfsPort = 2049;
