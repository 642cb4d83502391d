import { defineCdk, defineSlot, type NodeBlock } from '../../kit/cdk';
import { onlyFor, transfer } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, letIn, logGroup } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { service } from './service';

/** Where users put their files. */
export interface UserHome {
  readonly edge: string;
  readonly domain: 'S3' | 'EFS';
  /** Name of the bucket, or id of the file system. */
  readonly root: Code;
  /** Folder below, without slashes at its ends. */
  readonly folder: string;
}
export const homeSlot = defineSlot<UserHome>('home');

const sftpPort = 22;

export const cdk = defineCdk(service, {
  assumedBy: { service: 'transfer.amazonaws.com', conditions: () => onlyFor() },
  access: (view) => [
    {
      arn: view.part('Server').member('attrArn'),
      shown: `<ARN of ${view.id}>`,
      via: 'role',
    },
  ],
  emit: (block) => {
    const { config } = block;
    const [home, ...more] = block.offered(homeSlot);
    for (const other of more) block.leaveOut(`users have one home: that of edge ${home!.edge}, not of ${other.edge}`);
    const group = logGroup(block, 'LogGroup');
    const inside = block.isInVpc;
    const server = block.construct('Server', transfer.member('CfnServer'), {
      domain: home?.domain ?? 'S3',
      protocols: ['SFTP'],
      identityProviderType: 'SERVICE_MANAGED',
      endpointType: inside ? 'VPC' : 'PUBLIC',
      endpointDetails: inside
        ? {
            vpcId: block.network().vpc.member('vpcId'),
            subnetIds: block.network().subnetIds,
            securityGroupIds: [block.securityGroup().member('securityGroupId')],
          }
        : undefined,
      securityPolicyName: config.securityPolicy,
      structuredLogDestinations: [group.member('logGroupArn')],
    });
    if (inside) letIn(block, sftpPort);
    if (home) users(block, server, home);
    else block.leaveOut('nothing is drawn that takes the files: there are no users yet');
    if (block.node.alarms?.includes('failure'))
      alarmOn(
        block,
        'Refused',
        {
          namespace: 'AWS/Transfer',
          metricName: 'OnUploadExecutionsFailed',
          dimensions: { ServerId: server.member('attrServerId') },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description: 'Work on an uploaded file failed' },
      );
    alarmsWithout(block, ['failure']);
  },
});

function users(block: NodeBlock<typeof service>, server: Expression, home: UserHome): void {
  const names = [...new Set(block.config.users)];
  const role = block.role();
  for (const name of names.length > 0 ? names : ['partner'])
    block.construct(`User-${name}`, transfer.member('CfnUser'), {
      serverId: server.member('attrServerId'),
      userName: name,
      role: role.member('roleArn'),
      homeDirectoryType: 'LOGICAL',
      homeDirectoryMappings: [
        {
          entry: '/',
          target: template('/', template(home.root as Expression), `/${[home.folder, name].filter(Boolean).join('/')}`),
        },
      ],
      // Of files in a file system somebody is the owner.
      posixProfile: home.domain === 'EFS' ? { uid: 1000, gid: 1000 } : undefined,
    });
  block.advise(`Add the public SSH keys of the users of ${block.id}: \`aws transfer import-ssh-public-key\`.`);
}
