import type { EdgeBlock } from '../kit/cdk';
import type { Expression } from '../kit/code';

/** Tells a function, by its environment, what an edge leads to. Edges are numbered by their ids, so names stay. */
export function deliverTo({ design, edge, from, run }: EdgeBlock, name: string, value: Expression): void {
  const ids = design
    .neighbours(from, 'out')
    .map((other) => other.edge.id)
    .sort();
  run(from.part('Function').method('addEnvironment', `${name}_${ids.indexOf(edge.id) + 1}`, value));
}
