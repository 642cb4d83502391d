import { type Graph, isDataEdge, isFlow } from '../model/graph';
import type { Edge, PipelineNode } from '../model/vocabulary';

/** Jobs: nodes that do work in runs. Where they start, and whose results they read. */

/** The edge that says when a job starts: it enters the job, or is where a job writes by the clock. */
export function startEdgeOf(graph: Graph, job: PipelineNode): Edge | undefined {
  const entering = graph.edgesIn(job).find((edge) => edge.startAt !== undefined && edge.kind !== 'metadata');
  if (entering || graph.isStore(job)) return entering;
  return graph.edgesOut(job).find((edge) => edge.startAt !== undefined && writesStore(graph, edge));
}

const writesStore = (graph: Graph, edge: Edge): boolean => {
  const to = graph.to(edge);
  return isDataEdge(edge) && to !== undefined && graph.isStore(to);
};

/** Whether an orchestrator starts a job: then it knows what came before. */
export function orchestratorOf(graph: Graph, job: PipelineNode): PipelineNode | undefined {
  return graph
    .edgesIn(job)
    .flatMap((edge) => (isFlow(edge) ? [] : (graph.from(edge) ?? [])))
    .find((caller) => graph.roleOf(caller) === 'orchestrate');
}

/** Jobs whose results a job reads: those that hand them over, and those that write what it reads in a store. */
export function jobsBefore(graph: Graph, job: PipelineNode): readonly PipelineNode[] {
  const before = new Set<PipelineNode>();
  for (const edge of graph.edgesIn(job)) {
    const from = isFlow(edge) ? graph.from(edge) : undefined;
    if (!from || from === job) continue;
    if (!graph.isStore(from)) {
      before.add(from);
      continue;
    }
    for (const write of graph.edgesIn(from)) {
      const writer = isDataEdge(write) && sameData(write, edge) ? graph.from(write) : undefined;
      if (writer && writer !== job) before.add(writer);
    }
  }
  return [...before];
}

const sameData = (a: Edge, b: Edge): boolean => a.data === undefined || b.data === undefined || a.data === b.data;
