import { knownField } from '../model/field';
import type { Graph } from '../model/graph';

const cache = new WeakMap<Graph, ReadonlySet<unknown>>();

/** Accounts in which nodes of the design lie, by their own word or by that of a group. */
export function accountsIn(graph: Graph): ReadonlySet<unknown> {
  let accounts = cache.get(graph);
  if (!accounts) {
    const known = graph.pipeline.nodes.map((node) => knownField(graph, node, ['account']).value);
    accounts = new Set(known.filter((account) => account !== undefined));
    cache.set(graph, accounts);
  }
  return accounts;
}
