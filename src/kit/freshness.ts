import { isFlow } from '../model/graph';
import type { DataSet, Edge, PipelineNode } from '../model/vocabulary';
import type { Case } from './rule';

type Reading = Pick<Case, 'graph' | 'need' | 'know'>;

/** Edges that bring `data`, by way of `node`, to somebody or something that uses it, nearest first. */
export function consumingEdges({ graph }: Pick<Case, 'graph'>, node: PipelineNode, data: DataSet): readonly Edge[] {
  const carries = (edge: Edge): boolean => isFlow(edge) && graph.carries(edge, data);
  return [node, ...graph.downstream(node, carries)].flatMap((at) =>
    graph.edgesOut(at).filter((edge) => {
      const to = carries(edge) ? graph.to(edge) : undefined;
      return to !== undefined && graph.roleOf(to) === 'consume';
    }),
  );
}

/**
 * Seconds within which `data` must be usable by whoever gets it by way of `node`: the tightest need of the consuming
 * edges, or that of the data set where no consumer is drawn. Ends the case as undecided when nobody said.
 */
export function freshnessNeed(reading: Reading, node: PipelineNode, data: DataSet): number {
  const edges = consumingEdges(reading, node, data);
  const own = edges.filter(({ freshnessSeconds }) => freshnessSeconds !== undefined);
  const needs = own.map((edge) => reading.need(edge, ['freshnessSeconds']));
  if (own.length < edges.length || edges.length === 0) needs.push(reading.need(data, ['freshnessSeconds']));
  return Math.min(...needs);
}

/** As `freshnessNeed`, for words and fixes: decides nothing; undefined when nobody said. */
export function mentionedFreshness(
  { graph, mention }: Pick<Case, 'graph' | 'mention'>,
  node: PipelineNode,
  data: DataSet,
): number | undefined {
  const edges = consumingEdges({ graph }, node, data);
  const needs = [
    ...edges.map((edge) => mention(edge, ['freshnessSeconds'])),
    ...(edges.length === 0 ? [mention(data, ['freshnessSeconds'])] : []),
  ];
  return needs.some((seconds) => seconds === undefined) ? undefined : Math.min(...needs.map((seconds) => seconds ?? 0));
}

/** Minutes between two runs of a scheduled transfer: on the edge, else the refresh of the node it ends in; undefined when nothing is scheduled. */
export function scheduleOf({ graph, know }: Pick<Case, 'graph' | 'know'>, edge: Edge): number | undefined {
  const trigger = know(edge, ['trigger']);
  if (trigger !== undefined && trigger !== 'schedule') return undefined;
  const minutes = know(edge, ['intervalMinutes']);
  if (minutes !== undefined) return minutes;
  const to = graph.to(edge);
  if (to?.kind !== 'quicksight' || know(to, ['config', 'queryMode']) === 'direct') return undefined;
  const refresh = know(to, ['config', 'refreshMinutes']);
  return typeof refresh === 'number' ? refresh : undefined;
}
