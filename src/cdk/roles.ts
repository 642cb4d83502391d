import type { NodeView } from '../kit/cdk';
import { iam, servicePrincipal } from '../kit/cdk-modules';
import { type Code, type Expression, expression, run, self, template } from '../kit/code';
import type { Role, Statement as RoleStatement } from '../model/vocabulary';
import type { Assembly, BlockState } from './assembly';
import { findingOf } from './wildcards';

/** Roles that the design writes down, for the nodes that name them. What they allow is as written: the `iam` rules judge it. */

interface DeclaredRole {
  readonly id: string;
  readonly field: string;
  readonly type: Expression;
  readonly value: Expression;
}

const used = (assembly: Assembly): Role[] => {
  const named = new Set([...assembly.nodes.values()].map(({ node }) => node.roleRef));
  return assembly.graph.pipeline.roles.filter(({ id }) => named.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
};

export function declaredRoles(assembly: Assembly): DeclaredRole[] {
  return used(assembly).map((role) => {
    const reference = assembly.declaredRole(role.id);
    const { tree } = reference;
    if (tree.type !== 'member') throw new Error('a role is a field');
    const conditions = operators(role.trustConditions ?? {});
    // A role cannot name itself or others of the design here: those may be made after it.
    const trust = role.trust.filter(
      (one) => !assembly.find(one) && !used(assembly).some(({ id }) => id === one) && principal(assembly, one),
    );
    if (trust.length < role.trust.length)
      assembly.leftOut.push({ element: role.id, reason: 'some of what it trusts is no principal that IAM knows' });
    const trusted = trust.length > 0 ? trust : servicesOf(assembly, role);
    const principals = trusted.flatMap((one) => principal(assembly, one, conditions) ?? []);
    const assumedBy = principals.length === 1 ? principals[0]! : iam.member('CompositePrincipal').new(...principals);
    const managedPolicies = managedPoliciesOf(role).map((policy) => managedPolicy(role, policy));
    const props = {
      assumedBy,
      description: `Role ${role.id} of the design`,
      managedPolicies: managedPolicies.length > 0 ? managedPolicies : undefined,
    };
    return {
      id: role.id,
      field: tree.name,
      type: iam.member('Role'),
      value: iam.member('Role').new(self, assembly.names.childId(`role-${role.id}`), props),
    };
  });
}

/** A role that says nobody may assume it is assumed by the services of the nodes that name it. */
function servicesOf(assembly: Assembly, role: Role): string[] {
  const services = [...assembly.nodes.values()]
    .filter(({ node }) => node.roleRef === role.id)
    .flatMap(({ facet }) => facet.assumedBy?.service ?? []);
  return services.length > 0 ? [...new Set(services)].sort() : ['lambda.amazonaws.com'];
}

/** What IAM takes in the place of a resource; it may hold wildcards, in the service only as the whole. */
const isArn = (resource: string): boolean =>
  /^(\*|arn:(aws[A-Za-z-]*|[A-Za-z?*-]*[?*][A-Za-z?*-]*):[^:*?]+:[^:]*:(\d{12}|\*|aws)?:.+)$/.test(resource);
/** What IAM takes as an action. */
const isAction = (action: string): boolean => /^(\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/.test(action);

/** The statements of the declared roles: after the nodes, which they name. */
export function roleStatements(assembly: Assembly): BlockState[] {
  return used(assembly).map((role) => {
    const state: BlockState = { element: role.id, parts: [], statements: [], acknowledged: [] };
    const reference = assembly.declaredRole(role.id);
    const because = `the role "${role.id}" of the design is written down with this permission`;
    for (const statement of role.statements ?? []) {
      const props = statementProps(assembly, role.id, statement);
      if (!props) continue;
      state.statements.push(
        run(reference.method('addToPrincipalPolicy', iam.member('PolicyStatement').new({ ...props }))),
      );
      if (statement.effect !== 'Allow') continue;
      for (const action of props.actions ?? []) {
        if (action.includes('*'))
          assembly.acknowledge(state, reference, `AwsSolutions-IAM5[Action::${action}]`, because);
      }
      for (const resource of props.resources ?? []) {
        const finding = findingOf(resource);
        if (finding)
          assembly.acknowledge(state, reference, template('AwsSolutions-IAM5[Resource::', finding, ']'), because);
      }
    }
    for (const policy of managedPoliciesOf(role)) {
      const arn = managedArn(policy);
      if (arn)
        assembly.acknowledge(
          state,
          reference,
          `AwsSolutions-IAM4[Policy::${arn}]`,
          `the role "${role.id}" of the design names this AWS managed policy`,
        );
    }
    return state;
  });
}

/** Arguments of an `iam.PolicyStatement`. */
interface StatementProps {
  readonly effect?: Code;
  readonly actions?: readonly string[] | undefined;
  readonly notActions?: readonly string[] | undefined;
  readonly resources?: readonly Code[] | undefined;
  readonly notResources?: readonly Code[] | undefined;
  readonly conditions?: Code;
}

/**
 * A statement as written, with ARNs in the place of nodes. Undefined when it says nothing that IAM can hold: no action, or
 * no resource. It is then left out, never widened.
 */
export function statementProps(
  assembly: Assembly,
  owner: string,
  value: RoleStatement,
  ownArns: readonly Code[] = [],
): StatementProps | undefined {
  const list = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined);
  const named = [...(value.actions ?? []), ...(value.notActions ?? [])];
  const actions = list((value.actions ?? []).filter(isAction));
  const notActions = actions ? undefined : list((value.notActions ?? []).filter(isAction));
  const unknown = [...(value.resources ?? []), ...(value.notResources ?? [])].find(
    (resource) => !isArn(resource) && !nodeOf(assembly, resource),
  );
  if (unknown !== undefined) {
    const reason = `a statement${value.sid ? ` ("${value.sid}")` : ''} is about "${unknown}", which is neither an ARN nor a node`;
    assembly.leftOut.push({ element: owner, reason });
    return undefined;
  }
  const arnsOf = (resources: readonly string[] | undefined): readonly Code[] =>
    (resources ?? []).flatMap((resource) => resourceArns(assembly, resource, named));
  const resources = list(arnsOf(value.resources)) ?? (value.notResources?.length ? undefined : list(ownArns));
  const notResources = resources ? undefined : list(arnsOf(value.notResources));
  if ((!actions && !notActions) || (!resources && !notResources)) {
    assembly.leftOut.push({
      element: owner,
      reason: `a statement${value.sid ? ` ("${value.sid}")` : ''} names no ${actions || notActions ? 'resource' : 'action'} that IAM knows`,
    });
    return undefined;
  }
  const conditions =
    Object.keys(value.conditions ?? {}).length > 0 ? (operators(value.conditions ?? {}) as Code) : undefined;
  return {
    effect: value.effect === 'Deny' ? iam.member('Effect').member('DENY') : undefined,
    actions,
    notActions,
    resources,
    notResources,
    conditions,
  };
}

/** The node that a resource of a statement names: by its id, or as `<id>/<path>`. */
const nodeOf = (assembly: Assembly, resource: string): NodeView | undefined =>
  assembly.find(resource.split('/', 1)[0]!);

/** ARNs that a resource of a statement stands for: of a node, of what lies under it, or the pattern as written. */
function resourceArns(assembly: Assembly, resource: string, actions: readonly string[]): readonly Code[] {
  const view = nodeOf(assembly, resource);
  if (!view) return [resource];
  const slash = resource.indexOf('/');
  const prefix = slash === -1 ? '' : resource.slice(slash + 1).replace(/\*$/, '');
  const scope = prefix === '' ? {} : { prefixes: [prefix] };
  const found = actions
    .flatMap((action) => assembly.access(view, action, scope))
    .flatMap(({ arn, instead }) => (instead ? [] : [arn]));
  return [...new Map(found.map((arn) => [JSON.stringify(expression(arn)), arn])).values()];
}

/** A principal: a service, an account, an ARN, a node or a role of the design, an identity provider. Undefined for anything else. */
export function principal(
  assembly: Assembly,
  trusted: string,
  conditions: { readonly [key: string]: Code } = {},
): Expression | undefined {
  const some = Object.keys(conditions).length > 0 ? conditions : undefined;
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(trusted)) return servicePrincipal(trusted, some);
  if (/^(arn:[a-z-]+:iam::\d{12}:(saml|oidc)-provider\/.+|[a-z0-9-]+(\.[a-z0-9-]+)+)$/.test(trusted)) {
    return iam
      .member('FederatedPrincipal')
      .new(
        trusted,
        conditions,
        trusted.includes(':saml-provider/') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity',
      );
  }
  const base = basePrincipal(assembly, trusted);
  return base && some ? base.method('withConditions', some) : base;
}

function basePrincipal(assembly: Assembly, trusted: string): Expression | undefined {
  if (trusted === '*') return iam.member('AnyPrincipal').new();
  if (/^\d{12}$/.test(trusted)) return iam.member('AccountPrincipal').new(trusted);
  if (/^arn:[a-z-]+:(iam|sts)::\d{12}:\S+$/.test(trusted)) return iam.member('ArnPrincipal').new(trusted);
  const node = assembly.nodes.get(trusted);
  if (node?.facet.assumedBy) return node.view.role();
  return used(assembly).some(({ id }) => id === trusted) ? assembly.declaredRole(trusted) : undefined;
}

/** Conditions with an operator for each key: what is written without one compares texts, or ARNs. */
export function operators(conditions: Readonly<Record<string, unknown>>): {
  readonly [operator: string]: { readonly [key: string]: Code };
} {
  const result: { [operator: string]: { [key: string]: Code } } = {};
  for (const [key, value] of Object.entries(conditions)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      result[key] = { ...result[key], ...(value as { [key: string]: Code }) };
    } else {
      const operator = /arn$/i.test(key) ? 'ArnLike' : /[*?]/.test(String(value)) ? 'StringLike' : 'StringEquals';
      result[operator] = { ...result[operator], [key]: value as Code };
    }
  }
  return result;
}

const policyArn = /^arn:aws[a-zA-Z-]*:iam::(?:\d{12}|aws):policy\/[\w+=,.@/-]+$/;

/** Managed policies that IAM can hold: a name of AWS, or an ARN. */
const managedPoliciesOf = (role: Role): string[] =>
  (role.managedPolicies ?? []).filter((policy) => managedName(policy) !== undefined || policyArn.test(policy));

const managedName = (policy: string): string | undefined =>
  /^(?:arn:[a-z-]+:iam::aws:policy\/)?((?:service-role\/|job-function\/|aws-service-role\/)?[\w+=,.@-]+)$/.exec(
    policy,
  )?.[1];
const managedArn = (policy: string): string | undefined => {
  const known = managedName(policy);
  return known === undefined
    ? policy.startsWith('arn:aws:iam::aws:')
      ? policy
      : undefined
    : `arn:<AWS::Partition>:iam::aws:policy/${known}`;
};

function managedPolicy(role: Role, policy: string): Expression {
  const known = managedName(policy);
  const managed = iam.member('ManagedPolicy');
  return known === undefined
    ? managed.method('fromManagedPolicyArn', self, `${role.id}-${policy.replace(/[^A-Za-z0-9]+/g, '-')}`, policy)
    : managed.method('fromAwsManagedPolicyName', known);
}
