import { Refactoring } from '../../../kit/refactoring';
import { defineRoleRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import type { Graph } from '../../../model/graph';
import type { JsonObject } from '../../../model/json';
import type { PipelineNode } from '../../../model/vocabulary';
import { addNames } from '../../named';
import { isAllow, replaced, usersOf } from '../../policies';
import { iam } from '../../tables/iam';

const prefixes: Readonly<Record<string, string>> = iam.servicePrefixes.value;
/** Parts through which a role reaches what lies behind them: engines that read in place, and catalogs. */
const through: ReadonlySet<string | undefined> = new Set(['consume', 'catalog', 'govern']);

export const rule = defineRoleRule({
  id: 'iam/edge-permission-excess',
  severity: 'info',
  since: '0.1.0',
  summary: 'Take back what a role may do in stores that its nodes are not joined to.',
  why: 'A right that no edge uses is there for whoever misuses the role; often it is what is left of a design of last year.',
  exceptions:
    'Stores behind an engine or a catalog that the node is joined to, and stores that the node names in its configuration, count as joined.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#remove-credentials',
  fix: 'refactor',
  references: { lens: ['5.2'] },
  check({ role, graph, report }) {
    let joined: ReadonlySet<string> | undefined;
    const users = usersOf(graph, role);
    if (users.length === 0) return;
    for (const [index, statement] of (role.statements ?? []).entries()) {
      if (!isAllow(statement)) continue;
      const resources = statement.resources ?? [];
      const told = new Set<PipelineNode>();
      for (const [at, resource] of resources.entries()) {
        const store = nodeOf(graph, resource);
        if (!store || told.has(store) || !graph.isStore(store)) continue;
        const actions = actionsOn(store, statement.actions ?? []);
        joined ??= joinedTo(graph, users);
        if (actions.length === 0 || joined.has(store.id)) continue;
        told.add(store);
        const rest = resources.filter((other) => nodeOf(graph, other) !== store);
        const change = new Refactoring(graph);
        const kept = rest.length > 0 ? [{ ...(statement as unknown as JsonObject), resources: rest }] : [];
        change.set(role, ['statements'], replaced(role, index, kept));
        report({
          at: ['statements', index, 'resources', at],
          message: `${labelOf(role)} may ${fewOf(actions)} on ${labelOf(store)}, which ${fewOf(users.map(labelOf))} ${users.length === 1 ? 'is' : 'are'} not connected to. Take it back, or draw the edge.`,
          values: { actions, store: store.id },
          related: [{ element: store, message: 'Not connected' }],
          fix: { title: `Take back the rights on ${labelOf(store)}`, edits: change.edits },
        });
      }
    }
  },
});

/** The node that a resource names, by its id or by what lies under it. */
const nodeOf = (graph: Graph, resource: string): PipelineNode | undefined => graph.findNode(resource.split('/')[0]!);

/** Actions on data of a kind of store; all of them where nobody listed how they begin. */
function actionsOn({ kind }: PipelineNode, actions: readonly string[]): string[] {
  const prefix = prefixes[kind];
  return actions.filter((action) => prefix === undefined || action === '*' || action.startsWith(`${prefix}:`));
}

/** Ids of nodes at the edges of the role's nodes, of those behind engines there, and of those that the nodes name. */
function joinedTo(graph: Graph, users: readonly PipelineNode[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const walked = new Set(users);
  for (const node of walked) {
    addNames(node, ids);
    ids.add(node.id);
    for (const edge of [...graph.edgesIn(node), ...graph.edgesOut(node)]) {
      for (const end of [graph.from(edge), graph.to(edge)]) {
        if (!end) continue;
        ids.add(end.id);
        if (through.has(graph.roleOf(end))) walked.add(end);
      }
    }
  }
  return ids;
}
