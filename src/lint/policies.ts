import { addressRanges } from '../kit/address-ranges';
import type { Matrix, Permission } from '../kit/connection';
import type { Graph } from '../model/graph';
import type { Json, JsonObject } from '../model/json';
import type { Edge, PipelineNode, Role, Statement } from '../model/vocabulary';
import { iam } from './tables/iam';

const bucketActions: ReadonlySet<string> = new Set(iam.bucketActions.value);
// Names come from files: as keys of plain objects some of them would be found in every object.
const managed = new Map<string, readonly string[]>(Object.entries(iam.managedPolicies.value));
const prefixes = new Map<string, string>(Object.entries(iam.servicePrefixes.value));

export const isAllow = ({ effect }: Statement): boolean => effect === 'Allow';
export const hasAnyResource = ({ resources }: Statement): boolean => resources?.includes('*') ?? false;

/** Whether an action as a policy writes it, with `*` and `?`, covers an action; case counts for nothing. */
export function covers(pattern: string, action: string): boolean {
  const [mask, text] = [pattern.toLowerCase(), action.toLowerCase()];
  // Two pointers and one way back: a pattern of many stars costs no more than its length times the text's.
  let [at, star, resume] = [0, -1, 0];
  for (let index = 0; index < text.length; ) {
    if (mask[at] === '?' || (mask[at] === text[index] && mask[at] !== '*')) {
      at++;
      index++;
    } else if (mask[at] === '*') {
      [star, resume] = [at++, index];
    } else if (star !== -1) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (mask[at] === '*') at++;
  return at === mask.length;
}

export const allows = (statement: Statement, action: string): boolean =>
  isAllow(statement) && (statement.actions ?? []).some((pattern) => covers(pattern, action));

/** Keys that conditions look at, in lower case: with an operator before them, or without. */
export function conditionKeys(conditions: Readonly<Record<string, unknown>> | undefined): ReadonlySet<string> {
  const keys = Object.entries(conditions ?? {}).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [key],
  );
  return new Set(keys.map((key) => key.toLowerCase()));
}

/** Operators that leave somebody in whom they do not name: those that exclude, and those that a missing key satisfies. */
const openOperator = /Not|IfExists$|^Null$|^ForAllValues:/i;
const everyValue: ReadonlySet<string> = new Set(['*', '*:*', ...addressRanges.anyAddress.value]);

/** Whether conditions say who: by one of `keys`, in lower case, with an operator and values that name somebody. */
export function isNarrowed(
  conditions: Readonly<Record<string, unknown>> | undefined,
  keys: ReadonlySet<string>,
): boolean {
  return Object.entries(conditions ?? {}).some(([operator, tested]) => {
    const byOperator = typeof tested === 'object' && tested !== null && !Array.isArray(tested);
    if (byOperator && openOperator.test(operator)) return false;
    return Object.entries(byOperator ? tested : { [operator]: tested }).some(
      ([key, value]) => keys.has(key.toLowerCase()) && ![value].flat().some((item) => everyValue.has(String(item))),
    );
  });
}

/** Whether a principal is everybody: a wildcard, alone or in place of the account. */
export const isAnyone = (principal: string): boolean => principal === '*' || principal === 'arn:aws:iam::*:root';

/** The account a principal is in, and whether it stands for all of that account; undefined for services and others. */
export function accountOfPrincipal(
  principal: string,
): { readonly account: string; readonly whole: boolean } | undefined {
  const whole = /^(?:arn:aws[a-z-]*:iam::)?(\d{12})(?::root)?$/.exec(principal)?.[1];
  if (whole !== undefined) return { account: whole, whole: true };
  const named = /^arn:aws[a-z-]*:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1];
  return named === undefined ? undefined : { account: named, whole: false };
}

const users = new WeakMap<Graph, ReadonlyMap<string, readonly PipelineNode[]>>();

/** Nodes that run under a role: those it names, else those that name it. */
export function usersOf(graph: Graph, role: Role): readonly PipelineNode[] {
  if (role.usedBy) return role.usedBy.flatMap((id) => graph.findNode(id) ?? []);
  let byRole = users.get(graph);
  if (!byRole) {
    const found = new Map<string, PipelineNode[]>();
    for (const node of graph.pipeline.nodes) {
      if (node.roleRef !== undefined) found.set(node.roleRef, [...(found.get(node.roleRef) ?? []), node]);
    }
    byRole = found;
    users.set(graph, byRole);
  }
  return byRole.get(role.id) ?? [];
}

/** An action that an edge asks of the role of one of its ends. */
export interface Need {
  readonly action: string;
  readonly on: PipelineNode;
  readonly edge: Edge;
  /** Reads what is there, or writes to it. */
  readonly reads: boolean;
}

/** What the edges of a role's nodes ask of it: least privilege, from the matrix. */
export function needsOfRole(graph: Graph, matrix: Matrix, role: Role): readonly Need[] {
  return usersOf(graph, role).flatMap((node) => needsOfNode(graph, matrix, node));
}

export function needsOfNode(graph: Graph, matrix: Matrix, node: PipelineNode): readonly Need[] {
  const edges = new Set([...graph.edgesOut(node), ...graph.edgesIn(node)]);
  return [...edges].flatMap((edge): Need[] => {
    const ends = { from: graph.from(edge), to: graph.to(edge) };
    if (!ends.from || !ends.to) return [];
    const held = (permission: Permission): boolean =>
      permission.grant === 'role' && permission.holder !== 'outside' && ends[permission.holder] === node;
    return (matrix.find(ends.from.kind, ends.to.kind)?.permissions ?? []).filter(held).flatMap((permission) =>
      permission.actions.map((action) => ({
        action,
        on: ends[permission.on]!,
        edge,
        reads: permission.on === 'from',
      })),
    );
  });
}

/** Statements that allow just what the edges ask: actions by resource, and the keys of what is encrypted with one. */
export function leastPrivilege(graph: Graph, needs: readonly Need[]): JsonObject[] {
  const byResource = new Map<string, Set<string>>();
  const add = (resource: string, action: string): void => {
    byResource.set(resource, (byResource.get(resource) ?? new Set()).add(action));
  };
  for (const { action, on, edge, reads } of needs) {
    add(resourceOf(action, on, edge), action);
    const key = on.encryption === 'cmk' ? graph.findNode(on.kmsKey ?? '') : undefined;
    if (!key) continue;
    add(key.id, 'kms:Decrypt');
    if (!reads) add(key.id, 'kms:GenerateDataKey');
  }
  // Resources with the same actions share a statement.
  const byActions = new Map<string, { actions: string[]; resources: string[] }>();
  for (const [resource, set] of byResource) {
    const actions = [...set].sort();
    const statement = byActions.get(actions.join()) ?? { actions, resources: [] };
    statement.resources.push(resource);
    byActions.set(actions.join(), statement);
  }
  return [...byActions.values()].map(({ actions, resources }) => ({ effect: 'Allow', actions, resources }));
}

/** The resource an edge's action needs: the node, or what lies under the prefix of the edge in a bucket. */
function resourceOf(action: string, on: PipelineNode, edge: Edge): string {
  return on.kind === 's3' && edge.prefix && !bucketActions.has(action) ? `${on.id}/${edge.prefix}*` : on.id;
}

/** Whether a statement reaches a node: by its id, by a pattern of everything, or by an ARN, which may name anything. */
export function reaches(statement: Statement, { action, on, edge }: Need): boolean {
  // The action may be on something behind the node, such as the bucket behind a query engine.
  if (action.slice(0, action.indexOf(':')) !== prefixes.get(on.kind)) return true;
  return (statement.resources ?? []).some((resource) => {
    if (resource === '*' || resource.startsWith('arn:') || resource === on.id) return true;
    if (!resource.startsWith(`${on.id}/`)) return false;
    const path = resource.slice(on.id.length + 1);
    return covers(path, edge.prefix ?? '') || covers(path, `${edge.prefix ?? ''}x`);
  });
}

/** Last part of a managed policy's ARN, or its name. */
export const policyName = (policy: string): string => policy.slice(policy.lastIndexOf('/') + 1);

/** Whether a managed policy allows an action; undefined when nobody here knows what it allows. */
export function managedPolicyAllows(policy: string, action: string): boolean | undefined {
  const actions = managed.get(policyName(policy));
  return actions?.some((pattern) => covers(pattern, action));
}

/** The statements of a role with the one at `index` replaced. */
export const replaced = (role: Role, index: number, by: readonly JsonObject[]): Json[] =>
  (role.statements ?? []).flatMap((statement, at) => (at === index ? by : [statement as unknown as JsonObject]));
