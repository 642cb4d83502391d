import { type Graph, isFlow } from '../model/graph';
import type { Edge, Persona, PipelineNode } from '../model/vocabulary';
import { personaNeeds } from './tables/persona-needs';

export type PersonaNeed = NonNullable<Persona['needs']>[number];

/** What a persona does with data: as declared, else as people of its type do. */
export function needsOf(persona: Persona): readonly PersonaNeed[] {
  return persona.needs ?? personaNeeds.byType.value[persona.type];
}

/** Nodes that stand for a persona on the canvas. */
export function nodesOf(graph: Graph, persona: Persona): readonly PipelineNode[] {
  return graph.nodesOfKind('persona').filter(({ config }) => config?.persona === persona.id);
}

/** Edges over which a node hands data to a persona. */
export function linesFrom(graph: Graph, node: PipelineNode, persona: Persona): readonly Edge[] {
  const drawn = nodesOf(graph, persona);
  return graph.edgesOut(node).filter((edge) => isFlow(edge) && drawn.some(({ id }) => id === edge.to));
}

/** Nodes a persona works with: those it holds a grant on, and those an edge brings it data from. */
export function workplacesOf(graph: Graph, persona: Persona): readonly PipelineNode[] {
  const granted = graph.pipeline.grants
    .filter((grant) => grant.persona === persona.id)
    .flatMap((grant) => graph.findNode(grant.node) ?? []);
  const drawn = nodesOf(graph, persona).flatMap((node) =>
    graph.edgesIn(node).flatMap((edge) => graph.from(edge) ?? []),
  );
  return [...new Set([...granted, ...drawn])];
}

const uses = new WeakMap<Graph, Map<string, ReadonlyMap<PipelineNode, readonly Edge[]>>>();

/** Edges by which data leaves a node for a persona: straight, or through engines that read in place. Looked up once per persona. */
export function usesOf(graph: Graph, persona: Persona, node: PipelineNode): readonly Edge[] {
  let byPersona = uses.get(graph);
  if (!byPersona) {
    byPersona = new Map();
    uses.set(graph, byPersona);
  }
  let byNode = byPersona.get(persona.id);
  if (!byNode) {
    byNode = findUses(graph, persona);
    byPersona.set(persona.id, byNode);
  }
  return byNode.get(node) ?? [];
}

function findUses(graph: Graph, persona: Persona): ReadonlyMap<PipelineNode, readonly Edge[]> {
  const byNode = new Map<PipelineNode, Edge[]>();
  const readers = new Set(nodesOf(graph, persona));
  for (const reader of readers) {
    for (const edge of graph.edgesIn(reader)) {
      const from = graph.from(edge);
      if (!from || !isFlow(edge)) continue;
      byNode.set(from, [...(byNode.get(from) ?? []), edge]);
      if (graph.roleOf(from) === 'consume') readers.add(from);
    }
  }
  return byNode;
}
