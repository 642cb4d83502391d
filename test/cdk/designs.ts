import fc from 'fast-check';
import { matrix } from '../../src/connections/matrix';
import type { JsonObject } from '../../src/model/json';
import { pipelineOf, triedKinds } from '../properties/arbitraries';

/** Kinds that the matrix joins: each but the first is fed by, or feeds, one before it where there is such a kind. */
const joinedKinds: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.constantFrom(...triedKinds), fc.array(fc.nat(999), { maxLength: 5 }))
  .map(([first, choices]) => {
    const kinds = [first];
    for (const choice of choices) {
      const near = neighbours(kinds[choice % kinds.length]!);
      kinds.push(near[choice % near.length] ?? triedKinds[choice % triedKinds.length]!);
    }
    return kinds;
  });

const neighbours = (kind: string): readonly string[] =>
  triedKinds.filter((other) =>
    [matrix.find(kind, other), matrix.find(other, kind)].some((pair) => pair && pair.way !== 'refused'),
  );

/** Designs in which nodes are joined as the matrix allows: arbitrary ones have hardly an edge that means something. */
export const joinedDesign: fc.Arbitrary<JsonObject> = fc
  .tuple(joinedKinds.chain(pipelineOf), fc.array(fc.nat(99), { minLength: 36, maxLength: 36 }))
  .map(([design, choices]) => {
    const nodes = design.nodes as JsonObject[];
    const data = (design.data ?? []) as JsonObject[];
    const taken = new Set(((design.edges ?? []) as JsonObject[]).map(({ id }) => id));
    const edges = nodes.flatMap((from, i) =>
      nodes.flatMap((to, j) => {
        const choice = choices[i * 6 + j]!;
        const pair = matrix.find(String(from.kind), String(to.kind));
        const id = `way-${i}-${j}`;
        if (i === j || !pair || pair.way === 'refused' || choice < 30 || taken.has(id)) return [];
        const carried = data[choice % Math.max(1, data.length)];
        return [{ id, from: from.id!, to: to.id!, ...(carried && choice % 3 > 0 && { data: carried.id! }) }];
      }),
    );
    return { ...design, edges: [...((design.edges ?? []) as JsonObject[]), ...edges] };
  });
