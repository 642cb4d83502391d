import { account, iam } from '../kit/cdk-modules';
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
    const principals = role.trust.map((trusted) => principal(trusted, conditions));
    const assumedBy = principals.length === 1 ? principals[0]! : iam.member('CompositePrincipal').new(...principals);
    const managedPolicies = (role.managedPolicies ?? []).map((policy) => managedPolicy(assembly, role, policy));
    const props = {
      assumedBy,
      description: `Role ${role.id} of the design`,
      managedPolicies: managedPolicies.length > 0 ? managedPolicies : undefined,
    };
    return {
      id: role.id,
      field: tree.name,
      type: iam.member('Role'),
      value: iam.member('Role').new(self, `role-${role.id}`, props),
    };
  });
}

/** The statements of the declared roles: after the nodes, which they name. */
export function roleStatements(assembly: Assembly): BlockState[] {
  return used(assembly).map((role) => {
    const state: BlockState = { element: role.id, parts: [], statements: [], acknowledged: [] };
    const reference = assembly.declaredRole(role.id);
    const because = `the role "${role.id}" of the design is written down with this permission`;
    for (const statement of role.statements ?? []) {
      const { props, resources } = statementProps(assembly, statement);
      state.statements.push(run(reference.method('addToPrincipalPolicy', iam.member('PolicyStatement').new(props))));
      if (statement.effect !== 'Allow') continue;
      for (const action of statement.actions ?? [])
        if (action.includes('*'))
          assembly.acknowledge(state, reference, `AwsSolutions-IAM5[Action::${action}]`, because);
      for (const resource of resources) {
        const finding = findingOf(resource);
        if (finding)
          assembly.acknowledge(state, reference, template('AwsSolutions-IAM5[Resource::', finding, ']'), because);
      }
    }
    for (const policy of role.managedPolicies ?? []) {
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

/** A statement as the properties of an `iam.PolicyStatement`. */
export function statementProps(
  assembly: Assembly,
  value: RoleStatement,
): { readonly props: { readonly [key: string]: Code }; readonly resources: readonly Code[] } {
  const list = (texts: readonly string[] | undefined): readonly string[] | undefined =>
    texts && texts.length > 0 ? texts : undefined;
  const resources = (value.resources ?? []).flatMap((resource) =>
    resourceArns(assembly, resource, value.actions ?? []),
  );
  const notResources = (value.notResources ?? []).flatMap((resource) =>
    resourceArns(assembly, resource, value.actions ?? []),
  );
  const conditions =
    Object.keys(value.conditions ?? {}).length > 0 ? (operators(value.conditions ?? {}) as Code) : undefined;
  return {
    props: {
      effect: value.effect === 'Deny' ? iam.member('Effect').member('DENY') : undefined,
      principals: list(value.principals)?.map((one) => principal(one, undefined)),
      notPrincipals: list(value.notPrincipals)?.map((one) => principal(one, undefined)),
      actions: list(value.actions),
      notActions: list(value.notActions),
      resources: resources.length > 0 ? resources : notResources.length > 0 ? undefined : ['*'],
      notResources: notResources.length > 0 ? notResources : undefined,
      conditions,
    },
    resources,
  };
}

/** ARNs that a resource of a statement stands for: of a node, of what lies under it, or the pattern as written. */
function resourceArns(assembly: Assembly, resource: string, actions: readonly string[]): readonly Code[] {
  const slash = resource.indexOf('/');
  const view = assembly.find(slash === -1 ? resource : resource.slice(0, slash));
  if (!view || !assembly.nodes.has(view.id)) return [resource];
  const prefix = slash === -1 ? undefined : resource.slice(slash + 1).replace(/\*$/, '');
  const scope = prefix === undefined || prefix === '' ? {} : { prefixes: [prefix] };
  const found = actions.flatMap((action) => assembly.access(view, action, scope)).map(({ arn }) => arn);
  return [...new Map(found.map((arn) => [JSON.stringify(expression(arn)), arn])).values()];
}

function principal(trusted: string, conditions: Code): Expression {
  const more =
    conditions === undefined ||
    (typeof conditions === 'object' && conditions !== null && Object.keys(conditions).length === 0)
      ? undefined
      : { conditions };
  const base = basePrincipal(trusted, more);
  const carries = trusted.includes('.') && !trusted.startsWith('arn:');
  return more && !carries ? base.method('withConditions', more.conditions) : base;
}

function basePrincipal(trusted: string, more: { readonly conditions: Code } | undefined): Expression {
  if (trusted === '*') return iam.member('AnyPrincipal').new();
  if (/^\d{12}$/.test(trusted)) return iam.member('AccountPrincipal').new(trusted);
  if (trusted.startsWith('arn:')) return iam.member('ArnPrincipal').new(trusted);
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(trusted)) return iam.member('ServicePrincipal').new(trusted, more);
  if (trusted.includes('.'))
    return iam.member('FederatedPrincipal').new(trusted, more?.conditions ?? {}, 'sts:AssumeRoleWithWebIdentity');
  return iam.member('AccountPrincipal').new(account);
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

function managedPolicy(_assembly: Assembly, role: Role, policy: string): Expression {
  const known = managedName(policy);
  const managed = iam.member('ManagedPolicy');
  return known === undefined
    ? managed.method('fromManagedPolicyArn', self, `${role.id}-${policy.replace(/[^A-Za-z0-9]+/g, '-')}`, policy)
    : managed.method('fromAwsManagedPolicyName', known);
}
