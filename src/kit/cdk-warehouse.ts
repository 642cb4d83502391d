import { type Access, defineSlot, type NodeBlock, type NodeView } from './cdk';
import { account, arn, iam, servicePrincipal } from './cdk-modules';
import { type Code, type Expression, template } from './code';

/** What the two kinds of Redshift have in common: who may ask it, who sends it data, and how its role is trusted. */

/** Sources that replicate into the warehouse by themselves: its resource policy must let them in. */
export const inboundSlot = defineSlot<{ readonly sourceArn: Code }>('inbound');

/** First user of a warehouse, with every right in it. */
export const warehouseAdmin = 'pipeline';

export interface WarehouseNames {
  /** ARN of the cluster or the workgroup: what the Data API asks for. */
  readonly arn: Code;
  readonly shown: string;
  readonly output: { readonly name: string; readonly value: Expression };
  readonly secretArn: Code;
  /** ARN of the namespace, which integrations and data shares name. */
  readonly namespaceArn: Expression;
  /** `<namespace id>` of a data share's ARN. */
  readonly namespaceId: Expression;
}

/** Actions of the Data API that know no resource: AWS looks at who started the statement instead. */
const ownStatements: ReadonlySet<string> = new Set([
  'redshift-data:CancelStatement',
  'redshift-data:DescribeStatement',
  'redshift-data:GetStatementResult',
  'redshift-data:ListStatements',
]);

const onlyOwnStatements = {
  // A variable of IAM, not of ours.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills it in
  StringEquals: { 'redshift-data:statement-owner-iam-userid': '${aws:userid}' },
};

/** What both kinds answer alike; undefined for what only one of them knows. */
export function warehouseAccess(view: NodeView, action: string, names: WarehouseNames): readonly Access[] | undefined {
  const [prefix] = action.split(':');
  if (prefix === 'secretsmanager') return [{ arn: names.secretArn, shown: `<secret of ${view.id}>`, via: 'role' }];
  if (ownStatements.has(action))
    return [
      everything(`AWS knows no resource for statements of ${view.title}: a condition keeps each role to its own`, {
        conditions: onlyOwnStatements,
      }),
    ];
  if (prefix === 'redshift-data') return [{ arn: names.arn, shown: names.shown, output: names.output, via: 'role' }];
  if (action === 'redshift:AuthorizeDataShare' || action === 'redshift:AssociateDataShareConsumer')
    return [
      {
        arn: arn('redshift', 'datashare:', names.namespaceId, '/', shareName(view)),
        shown: `arn:aws:redshift:<region>:<account>:datashare:<namespace of ${view.id}>/${shareName(view)}`,
        via: 'role',
      },
    ];
  if (action === 'redshift:CreateInboundIntegration')
    return [{ arn: names.namespaceArn, shown: `<namespace ARN of ${view.id}>`, via: 'role' }];
  if (action.startsWith('redshift:Describe'))
    return [everything(`AWS checks ${action} on no narrower resource than all clusters`)];
  return undefined;
}

export const everything = (reason: string, more: Partial<Access> = {}): Access => ({
  arn: '*',
  shown: '*',
  via: 'role',
  wildcard: { reason, finding: template('*') },
  ...more,
});

/** A share holds all that a warehouse offers to the others of the design. */
export const shareName = (view: Pick<NodeView, 'id'>): string => sqlName(`${view.id}_share`);

/** An id as a name that SQL takes without quotes. */
export function sqlName(id: string): string {
  const plain = id
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .slice(0, 120);
  return /^[a-z_]/.test(plain) ? plain : `n${plain}`;
}

/** A text of SQL. */
export const sqlText = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** Who may replicate into the warehouse: what the edges name, made by this account. */
export function inboundPolicy(block: NodeBlock): Code | undefined {
  const offered = block.offered(inboundSlot);
  // Several edges may lead here from one source.
  const sources = [...new Map(offered.map((one) => [JSON.stringify(one), one])).values()];
  if (sources.length === 0) return undefined;
  return {
    Version: '2012-10-17',
    Statement: sources.flatMap(({ sourceArn }) => [
      {
        Effect: 'Allow',
        Principal: { Service: 'redshift.amazonaws.com' },
        Action: 'redshift:AuthorizeInboundIntegration',
        Condition: { StringEquals: { 'aws:SourceArn': sourceArn } },
      },
      {
        Effect: 'Allow',
        Principal: { AWS: account },
        Action: 'redshift:CreateInboundIntegration',
        Condition: { StringEquals: { 'aws:SourceArn': sourceArn } },
      },
    ]),
  };
}

/** The role of a serverless warehouse is assumed under two names. */
export function trustServerless(block: NodeBlock): void {
  if (block.roleIsDeclared) return;
  block.run(
    block
      .role()
      .member('assumeRolePolicy')
      .assured()
      .method(
        'addStatements',
        iam.member('PolicyStatement').new({
          actions: ['sts:AssumeRole'],
          principals: [servicePrincipal('redshift-serverless.amazonaws.com')],
        }),
      ),
  );
}

/** Ports that RA3 clusters and workgroups listen on. */
const ports = [
  { from: 5431, to: 5455 },
  { from: 8191, to: 8215 },
] as const;
const usualPort = 5439;

/** Where a warehouse listens, whatever its design says. */
export const warehousePort = (declared: number): number =>
  ports.some(({ from, to }) => declared >= from && declared <= to) ? declared : usualPort;

/** The port of the design, or the reason why it is another one. */
export function sayPort(block: NodeBlock, declared: number): number {
  const port = warehousePort(declared);
  if (port !== declared)
    block.leaveOut(`the port is ${port}, not ${declared}: Redshift listens on 5431 to 5455 and on 8191 to 8215`);
  return port;
}
