import fc from 'fast-check';
import { matrix } from '../../src/connections/matrix';
import type { JsonObject } from '../../src/model/json';
import { pipeline } from '../properties/arbitraries';

/** Designs in which nodes are joined as the matrix allows: arbitrary ones have hardly an edge that means something. */
export const joinedDesign: fc.Arbitrary<JsonObject> = fc
  .tuple(pipeline, fc.array(fc.nat(99), { minLength: 36, maxLength: 36 }))
  .map(([design, choices]) => {
    const nodes = (design.nodes ?? []) as JsonObject[];
    const data = (design.data ?? []) as JsonObject[];
    const taken = new Set(((design.edges ?? []) as JsonObject[]).map(({ id }) => id));
    const edges = nodes.flatMap((from, i) =>
      nodes.flatMap((to, j) => {
        const choice = choices[(i * 6 + j) % choices.length]!;
        const pair = matrix.find(String(from.kind), String(to.kind));
        const id = `way-${i}-${j}`;
        if (i === j || !pair || pair.way === 'refused' || choice < 30 || taken.has(id)) return [];
        const carried = data[choice % Math.max(1, data.length)];
        return [{ id, from: from.id!, to: to.id!, ...(carried && choice % 3 > 0 && { data: carried.id! }) }];
      }),
    );
    return { ...design, edges: [...((design.edges ?? []) as JsonObject[]), ...edges] };
  });
