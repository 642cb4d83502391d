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
