import { Graph } from '../../src/model/graph';
import type { Pipeline } from '../../src/model/vocabulary';
import { kinds } from '../catalog';

let last: { readonly pipeline: Pipeline; readonly graph: Graph } | undefined;

/** The graph of the design that is shown, made once for all fields. */
export function graphOf(pipeline: Pipeline): Graph {
  if (last?.pipeline !== pipeline) last = { pipeline, graph: new Graph(pipeline, kinds) };
  return last.graph;
}
