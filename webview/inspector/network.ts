import type { Service } from '../../src/kit/service';
import { knownField } from '../../src/model/field';
import type { Graph } from '../../src/model/graph';
import type { PipelineNode } from '../../src/model/vocabulary';

/** In which network the export puts a node, for people; undefined where it needs none and is drawn in none. */
export function networkWords(
  graph: Graph,
  node: PipelineNode,
  { network }: Pick<Service, 'network'>,
): string | undefined {
  if (network === undefined) return undefined;
  const vpc = knownField(graph, node, ['vpc']).value;
  if (typeof vpc === 'string') {
    const group = graph.pipeline.groups.find(({ kind, id, label }) => kind === 'vpc' && (id === vpc || label === vpc));
    return group
      ? `Runs in the VPC "${group.label ?? group.id}".`
      : `Runs in the VPC "${vpc}", which is drawn nowhere: the export makes it with isolated subnets, without a way to the internet.`;
  }
  if (network === 'optional') return undefined;
  return 'Needs a VPC and is drawn in none. The export puts it into the network of what it has to reach, else into a default one of isolated subnets, without a way to the internet. Name a VPC among the common settings, or draw one around it, to decide.';
}
