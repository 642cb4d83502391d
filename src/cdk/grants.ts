import type { Access, AccessScope, GrantOptions, NodeView } from '../kit/cdk';
import { statement } from '../kit/cdk-modules';
import { type Code, type Expression, expression, run, template } from '../kit/code';
import type { Permission } from '../kit/connection';
import type { Assembly, EdgeState } from './assembly';
import { findingOf } from './wildcards';

/**
 * Least privilege from an edge: each permission of the matrix becomes statements that name exact ARNs, in the role of the
 * node that holds it or in the resource policy of the node it touches. What a principal outside the stack needs is kept
 * for the README.
 */
export function grantPair(
  assembly: Assembly,
  state: EdgeState,
  from: NodeView,
  to: NodeView,
  options: GrantOptions,
): void {
  for (const permission of [...(state.pair.permissions ?? []), ...(options.more ?? [])]) {
    if (options.which && !options.which(permission)) continue;
    const holder = permission.holder === 'from' ? from : permission.holder === 'to' ? to : undefined;
    const target = options.target ?? (permission.on === 'from' ? from : to);
    const scope = { edge: state.edge, data: assembly.dataOn(state.edge), ...options };
    if (options.as) grantTo(assembly, state, { role: options.as, target, scope }, permission);
    else if (!holder) grantOutside(assembly, state, target, scope, permission);
    else if (permission.grant === 'role' && !holder.roleIsDeclared)
      grantTo(assembly, state, { role: holder.role(), holder, target, scope }, permission);
    else if (permission.grant === 'role')
      state.statements.push({
        type: 'comment',
        text: `${holder.title} works under the role "${holder.node.roleRef}" of the design, which must allow: ${permission.actions.join(', ')}.`,
      });
  }
}

interface Grantee {
  readonly role: Expression;
  readonly holder?: NodeView;
  readonly target: NodeView;
  readonly scope: AccessScope;
}

function grantTo(
  assembly: Assembly,
  state: EdgeState,
  { role, holder, target, scope }: Grantee,
  permission: Permission,
): void {
  if (holder) assembly.called(holder, permission.actions);
  for (const { actions, access } of byAccess(assembly, target, permission.actions, scope)) {
    if (holder) assembly.called(holder, actions);
    const inRole = access.filter(({ via }) => via === 'role');
    if (inRole.length > 0) {
      state.statements.push(
        run(
          role.method(
            'addToPrincipalPolicy',
            statement({ actions, resources: inRole.map(({ arn }) => arn), conditions: inRole[0]!.conditions }),
          ),
        ),
      );
      acceptWildcards(assembly, state, role, inRole);
    }
    for (const { resource, entries } of byResource(access.filter(({ via }) => via === 'resource-policy'))) {
      const value = statement({
        principals: [role],
        actions,
        resources: entries.map(({ arn }) => arn),
        conditions: entries[0]!.conditions,
      });
      state.statements.push(run(resource.method('addToResourcePolicy', value)));
      const waits = holder && assembly.facetOf(holder)?.waits;
      if (waits !== undefined)
        state.statements.push(
          run(holder!.part(waits).member('node').method('addDependency', resource.member('policy').assured())),
        );
    }
  }
  grantKey(assembly, state, role, target, permission.actions);
}

/** A store under a customer-managed key: its readers need the key to decrypt, its writers to make data keys. */
function grantKey(
  assembly: Assembly,
  state: EdgeState,
  role: Expression,
  target: NodeView,
  actions: readonly string[],
): void {
  for (const { view, actions: needed } of keyHolders(assembly, target, actions)) {
    const key = view.key();
    if (key && needed.length > 0)
      state.statements.push(
        run(role.method('addToPrincipalPolicy', statement({ actions: needed, resources: [key.member('keyArn')] }))),
      );
  }
}

/** Nodes whose key the actions need: the target, and what it gives access to in turn. */
function keyHolders(
  assembly: Assembly,
  target: NodeView,
  actions: readonly string[],
): { view: NodeView; actions: string[] }[] {
  const holders = new Map([[target.id, target]]);
  // Those found on the way are visited as well.
  for (const view of holders.values())
    for (const other of assembly.facetOf(view)?.behind?.(view, assembly) ?? []) holders.set(other.id, other);
  return [...holders.values()].map((view) => {
    const use = assembly.facetOf(view)?.keyUse;
    const reads = actions.some((action) => use?.read.includes(action));
    const writes = actions.some((action) => use?.write.includes(action));
    // A multipart upload and a stream decrypt what they wrote.
    return { view, actions: [...(reads || writes ? ['kms:Decrypt'] : []), ...(writes ? ['kms:GenerateDataKey'] : [])] };
  });
}

export function acceptWildcards(
  assembly: Assembly,
  state: EdgeState,
  role: Expression,
  access: readonly Access[],
): void {
  for (const { arn, wildcard } of access) {
    const finding = wildcard?.finding ?? findingOf(arn);
    if (finding && wildcard)
      assembly.acknowledge(state, role, template('AwsSolutions-IAM5[Resource::', finding, ']'), wildcard.reason);
  }
}

function grantOutside(
  assembly: Assembly,
  state: EdgeState,
  target: NodeView,
  scope: AccessScope,
  permission: Permission,
): void {
  const reader = state.edge.to === target.id ? assembly.find(state.edge.from) : assembly.find(state.edge.to);
  const persona =
    reader?.kind === 'persona'
      ? assembly.graph.findPersona(reader.node.config?.persona as string | undefined)
      : undefined;
  const who = persona
    ? `${permission.role} (${persona.name})`
    : reader && reader.id !== target.id && !assembly.nodes.has(reader.id)
      ? `${permission.role} (${reader.node.label ?? reader.id})`
      : permission.role;
  outsideStatements(assembly, target, scope, permission, who, state.edge.id);
}

/** Statements that a principal outside the stack needs, with the outputs that they speak of. */
export function outsideStatements(
  assembly: Assembly,
  target: NodeView,
  scope: AccessScope,
  permission: Permission,
  who: string,
  element: string,
): void {
  for (const { actions, access } of byAccess(assembly, target, permission.actions, scope)) {
    for (const { output } of access) if (output) assembly.outputs.set(output.name, output.value);
    assembly.outside.push({ who, element, actions, resources: access.map(({ shown }) => shown) });
  }
  for (const { view, actions } of keyHolders(assembly, target, permission.actions)) {
    const key = view.key();
    if (!key || actions.length === 0) continue;
    const name = `${assembly.names.base(view.id)}KeyArn`;
    assembly.outputs.set(name, key.member('keyArn'));
    assembly.outside.push({ who, element, actions, resources: [`<${name}>`] });
  }
}

/** Actions that are allowed on the same things, together. */
function byAccess(
  assembly: Assembly,
  target: NodeView,
  actions: readonly string[],
  scope: AccessScope,
): { actions: string[]; access: readonly Access[] }[] {
  const groups = new Map<string, { actions: Set<string>; access: readonly Access[] }>();
  for (const action of actions) {
    const byActions = new Map<string, Access[]>();
    for (const access of assembly.access(target, action, scope)) {
      const allowed = (access.instead ?? [action]).join(' ');
      byActions.set(allowed, [...(byActions.get(allowed) ?? []), access]);
    }
    for (const [allowed, access] of byActions) {
      const key = JSON.stringify(access.map(({ via, shown }) => [via, shown]));
      const group = groups.get(key) ?? { actions: new Set(), access };
      for (const one of allowed.split(' ')) group.actions.add(one);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map((group) => ({ actions: [...group.actions], access: group.access }));
}

function byResource(access: readonly Access[]): { resource: Expression; entries: Access[] }[] {
  const groups = new Map<string, { resource: Expression; entries: Access[] }>();
  for (const entry of access) {
    if (!entry.resource) throw new Error(`a resource policy of nothing: ${entry.shown}`);
    const key = JSON.stringify(expression(entry.resource as Code));
    const group = groups.get(key) ?? { resource: entry.resource, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}
