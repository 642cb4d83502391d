import { type Access, defineSlot, type NodeBlock, type NodeView } from './cdk';
import { arn, core, removal } from './cdk-modules';
import { drawnCredentials } from './cdk-parts';
import { type Code, type Expression, template } from './code';

/** What relational, document and graph databases have in common: where they stand, who may come in, and their secret. */

/** Edges that read the log of changes of a database: it is kept in full then. */
export const changeLogSlot = defineSlot<string>('change-log');

/** A role under which the database itself works, for a feature that its service names; empty when it names none. */
export interface DatabaseRole {
  readonly feature: string;
  readonly role: Expression;
}
export const databaseRoleSlot = defineSlot<DatabaseRole>('database-role');

/** One role for each feature, as the first layer wants them. */
export function associatedRoles(block: NodeBlock): Code {
  const roles = new Map(block.offered(databaseRoleSlot).map((offered) => [offered.feature, offered.role]));
  if (roles.size === 0) return undefined;
  return [...roles].map(([feature, role]) => ({
    roleArn: role.member('roleArn'),
    featureName: feature === '' ? undefined : feature,
  }));
}

/** Name of the database user that IAM lets in; somebody makes it with SQL. */
export const databaseUser = 'pipeline_app';
const administrator = 'pipeline';

/** The subnets of the node's VPC as its service wants them. */
export const subnetGroup = (block: NodeBlock, type: Expression): Expression =>
  block.construct('Subnets', type, {
    dbSubnetGroupDescription: `Subnets of ${block.id}`.slice(0, 255),
    subnetIds: block.network().subnetIds,
  });

/** A password that the service makes, keeps in a secret and rotates; that of a drawn secret, where the node names one. */
export function credentials(block: NodeBlock): { readonly [key: string]: Code } {
  const drawn = drawnCredentials(block);
  if (drawn) return { masterUsername: drawn.username, masterUserPassword: drawn.password };
  return { masterUsername: administrator, manageMasterUserPassword: true };
}

/** ARN of the secret with the credentials of the administrator. */
export const secretArnOf = (view: NodeView, main: Expression): Expression =>
  view.drawnCredentials()?.secret.member('secretArn') ?? main.member('attrMasterUserSecretSecretArn');

/** What every action on a database that IAM knows is allowed on. */
export function databaseAccess(
  view: NodeView,
  action: string,
  { whole, connect, secret }: { readonly whole: Code; readonly connect?: Expression; readonly secret: Code },
): readonly Access[] {
  if (action.startsWith('secretsmanager:')) return [{ arn: secret, shown: `<secret of ${view.id}>`, via: 'role' }];
  if (action.startsWith('ec2:'))
    return [
      {
        arn: '*',
        shown: '*',
        via: 'role',
        wildcard: {
          reason: `${view.title} lies in a VPC, and AWS checks these actions on every interface and subnet`,
          finding: template('*'),
        },
      },
    ];
  if (action === 'rds-db:connect')
    return connect
      ? [
          {
            arn: arn('rds-db', 'dbuser:', connect, `/${databaseUser}`),
            shown: `arn:aws:rds-db:<region>:<account>:dbuser:<resource id of ${view.id}>/${databaseUser}`,
            via: 'role',
          },
        ]
      : [];
  return [{ arn: whole, shown: `<ARN of ${view.id}>`, via: 'role' }];
}

/** Stateful resources of the first layer: what becomes of them with the stack. */
export const keepOrSnapshot = (block: NodeBlock, resource: Expression): void =>
  block.run(
    resource.method(
      'applyRemovalPolicy',
      block.keepsData ? removal(true) : core.member('RemovalPolicy').member('SNAPSHOT'),
    ),
  );

/** Days of automatic backups within what the service takes. */
export function backupDays(
  block: NodeBlock,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const wanted = Number(block.field('backupDays') ?? least);
  return Math.min(most, Math.max(least, Number.isFinite(wanted) ? Math.round(wanted) : least));
}

/** The newest version that begins as the declared one does; the newest of all where the service offers none such. */
export function versionOf(block: NodeBlock, offered: readonly string[], wanted: string | undefined): string {
  const newest = offered[0]!;
  if (wanted === undefined) return newest;
  const found =
    offered.find((version) => version === wanted) ?? offered.find((version) => version.startsWith(`${wanted}.`));
  if (found === undefined)
    block.leaveOut(
      `${wanted} is not offered (config.version): ${newest} is made; there are ${offered.slice(0, 8).join(', ')} …`,
    );
  return found ?? newest;
}
