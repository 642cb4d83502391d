import { engines } from '../kit/engines';
import type { NewcomerKind } from '../kit/newcomers';
import { catalogue, type Refactoring } from '../kit/refactoring';
import { type Graph, isDataEdge } from '../model/graph';
import type { Edge, PipelineNode } from '../model/vocabulary';

const needTables: ReadonlySet<string> = new Set([...engines.needTables.value, ...engines.mayInferTables.value]);

/** Whether an engine that reads a store works through tables. */
export const readsTables = (engine: PipelineNode): boolean => needTables.has(engine.kind);

/** Whether a catalog describes what an engine reads in a store: joined to the engine, the store, its crawlers or its writers. */
export function isCatalogued(graph: Graph, store: PipelineNode, engine: PipelineNode): boolean {
  const crawlers = graph.edgesOut(store).flatMap((edge) => graph.to(edge) ?? []);
  const writers = graph
    .edgesIn(store)
    .filter(isDataEdge)
    .flatMap((edge) => graph.from(edge) ?? []);
  return [engine, store, ...crawlers.filter(({ kind }) => kind === 'glue-crawler'), ...writers].some(
    (node) =>
      graph.edgesOut(node).some((edge) => graph.to(edge)?.kind === 'glue-catalog') ||
      graph.edgesIn(node).some((edge) => graph.from(edge)?.kind === 'glue-catalog'),
  );
}

/** Gives the engines of a way that a fix has just drawn (`start`, `kinds`, then `end`) the tables of the stores before them. */
export function catalogueAfter(
  change: Refactoring,
  graph: Graph,
  edge: Edge,
  end: PipelineNode,
  kinds: readonly NewcomerKind[],
  ids: readonly string[],
  start?: PipelineNode,
): void {
  const steps = [
    ...(start ? [{ kind: start.kind, id: start.id, node: start }] : []),
    ...kinds.map((kind, index) => ({ kind: kind as string, id: ids[index]!, node: end })),
    { kind: end.kind, id: end.id, node: end },
  ];
  for (const [index, { kind, id, node }] of steps.entries()) {
    const before = steps[index - 1];
    if (before?.kind !== 's3' || !needTables.has(kind)) continue;
    if (id === end.id && isCatalogued(graph, end, end)) continue;
    catalogue(change, graph, { id: before.id, data: edge.data }, { id, beside: node }, true);
  }
}
