import { type DesignView, defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { account, core, lakeformation } from '../../kit/cdk-modules';
import { parameterName } from '../../kit/cdk-names';
import { type Code, type Expression, self } from '../../kit/code';
import { glueColumns } from '../../kit/columns';
import type { DataSet, Grant } from '../../model/vocabulary';
import { service } from './service';

/** A table that Lake Formation governs: known by its name in the catalog, made by the node that describes it. */
export interface GovernedTable {
  readonly data: DataSet;
  readonly database: string;
  readonly table: string;
  readonly made: Expression;
}
/** Tables of a catalog, asked for when all of them are known. */
export const governedSlot = defineSlot<() => readonly GovernedTable[]>('governed');
/** People for whom an edge is drawn: they read what it carries. */
export const readerSlot = defineSlot<{ readonly persona: string; readonly data: readonly DataSet[] }>('reader');

/** Permissions of Lake Formation belong to the account: one node speaks for it. */
export const governor = (design: DesignView): NodeView | undefined =>
  design.find(
    design.graph
      .nodesOfKind('lake-formation')
      .map(({ id }) => id)
      .sort()[0],
  );

export const cdk = defineCdk(service, {
  // Reads and writes registered locations for whom it lets in.
  assumedBy: { service: 'lakeformation.amazonaws.com' },
  access: () => [
    {
      arn: '*',
      shown: '*',
      via: 'role',
      wildcard: { reason: 'Lake Formation knows no resources in IAM policies: its own permissions say which tables' },
    },
  ],
  emit: (block) => {
    const { design, config } = block;
    const speaker = governor(design);
    if (speaker?.id !== block.id) {
      block.leaveOut(
        `Lake Formation is one for the account and Region: settings and permissions are those of ${speaker?.id}`,
      );
      return;
    }
    if (config.tableType === 'governed')
      block.leaveOut('governed tables ended on 31 December 2024: draw Iceberg tables (config.tableType)');
    const principal = (dataLakePrincipalIdentifier: Code) => ({ dataLakePrincipalIdentifier });
    const openToIam = config.iamDefaults
      ? [{ permissions: ['ALL'], principal: principal('IAM_ALLOWED_PRINCIPALS') }]
      : [];
    // Whoever grants must be an administrator: here, the role under which CloudFormation works.
    const deployer = core
      .member('Fn')
      .method(
        'sub',
        self.member('synthesizer').as(core.member('DefaultStackSynthesizer')).member('cloudFormationExecutionRoleArn'),
      );
    const settings = block.construct('Settings', lakeformation.member('CfnDataLakeSettings'), {
      admins: [principal(deployer), ...[...new Set(config.admins)].map(principal)],
      mutationType: 'APPEND',
      createDatabaseDefaultPermissions: openToIam,
      createTableDefaultPermissions: openToIam,
    });
    if (!config.iamDefaults)
      block.advise(
        `Grant the roles of jobs and queries their tables in Lake Formation as well: ${block.id} closes new tables to IAM (config.iamDefaults), and the stack grants people only.`,
      );
    grants(block, settings);
  },
});

interface Wish {
  readonly persona: string;
  readonly data: DataSet | undefined;
  readonly level: Grant['level'];
  readonly scope: Grant['scope'];
  readonly element: string;
}

function wishes(block: NodeBlock<typeof service>): Wish[] {
  const { pipeline } = block.design.graph;
  const written = pipeline.grants
    .filter(({ mechanism }) => mechanism === 'lake-formation')
    .map(
      ({ persona, data, level, scope, node }): Wish => ({
        persona,
        data: block.design.graph.findData(data),
        level,
        scope,
        element: node,
      }),
    );
  // A grant says more than a line: it has a level and a scope.
  const drawn = block
    .offered(readerSlot)
    .flatMap(({ persona, data }) =>
      data
        .filter((set) => !written.some((wish) => wish.persona === persona && wish.data?.id === set.id))
        .map((set): Wish => ({ persona, data: set, level: 'read', scope: 'table', element: block.id })),
    );
  return [...written, ...drawn];
}

/** What one principal gets on one thing of the catalog. */
interface Permit {
  readonly persona: string;
  readonly resource: { readonly [key: string]: Code };
  readonly permissions: Set<string>;
  readonly grantable: Set<string>;
  readonly after: Expression;
}

function grants(block: NodeBlock<typeof service>, settings: Expression): void {
  const tables = block.offered(governedSlot).flatMap((known) => known());
  const permits = new Map<string, Permit>();
  const permit = (
    wish: Wish,
    key: string,
    resource: Permit['resource'],
    permissions: readonly string[],
    after: Expression,
  ): void => {
    const id = `${wish.persona}-${key}`;
    const known = permits.get(id) ?? {
      persona: wish.persona,
      resource,
      permissions: new Set<string>(),
      grantable: new Set<string>(),
      after,
    };
    for (const permission of permissions) {
      known.permissions.add(permission);
      if (wish.level === 'admin') known.grantable.add(permission);
    }
    permits.set(id, known);
  };
  for (const wish of wishes(block)) {
    const persona = block.design.graph.findPersona(wish.persona);
    const governed = tables.filter(({ data }) => data.id === wish.data?.id);
    if (!persona || governed.length === 0 || wish.scope === 'row') {
      block.leaveOut(
        wish.scope === 'row'
          ? `${wish.persona} gets nothing on ${wish.element} yet: a grant on rows needs their condition, which the design does not say; add a data filter in lib/pipeline-stack.ts`
          : `${wish.persona} gets nothing on ${wish.element} here: no governed table carries ${wish.data?.id ?? 'its data'}, or nobody is called so`,
      );
      continue;
    }
    for (const { data, database, table, made } of governed) {
      const place = { catalogId: account, databaseName: database };
      permit(
        wish,
        database,
        { database: { catalogId: account, name: database } },
        ['DESCRIBE', ...(wish.scope === 'database' && wish.level !== 'read' ? ['CREATE_TABLE'] : [])],
        made,
      );
      const excluded = wish.scope === 'column' && wish.level !== 'admin' ? personalColumns(data) : [];
      if (excluded.length > 0) {
        permit(
          wish,
          `${database}-${table}-columns`,
          {
            tableWithColumns: {
              ...place,
              name: table,
              columnWildcard: { excludedColumnNames: excluded },
            },
          },
          ['SELECT'],
          made,
        );
        if (wish.level !== 'write') continue;
      }
      const reads = excluded.length > 0 ? ['DESCRIBE'] : ['DESCRIBE', 'SELECT'];
      const all = wish.scope === 'database';
      permit(
        wish,
        all ? `${database}-tables` : `${database}-${table}`,
        { table: all ? { ...place, tableWildcard: {} } : { ...place, name: table } },
        wish.level === 'read' ? reads : [...reads, 'INSERT', 'DELETE', ...(wish.level === 'admin' ? ['ALTER'] : [])],
        made,
      );
    }
  }
  for (const [id, { persona, resource, permissions, grantable, after }] of permits) {
    const made = block.construct(`Grant-${id}`, lakeformation.member('CfnPrincipalPermissions'), {
      catalog: account,
      principal: { dataLakePrincipalIdentifier: principalOf(block, persona) },
      resource,
      permissions: [...permissions],
      permissionsWithGrantOption: [...grantable],
    });
    block.run(made.member('node').method('addDependency', settings, after));
  }
}

/** Personal columns under the names that they have in the catalog. */
function personalColumns(data: DataSet): string[] {
  const personal = new Set((data.piiColumns ?? []).map((column) => column.trim().toLowerCase()));
  return glueColumns(data)
    .map((column) => column.name)
    .filter((name) => personal.has(name));
}

/** Who a persona is in IAM, nobody but the account knows. */
const principalOf = (block: NodeBlock, persona: string): Expression =>
  block.parameter(
    `${parameterName(persona)}PrincipalArn`,
    `ARN of the role, user or group that ${persona} works as: Lake Formation grants it the tables`,
    {
      allowedPattern: '^arn:[a-z-]+:(iam|sts|quicksight|identitystore):.*$',
    },
  );
