import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import type { Group, PipelineNode } from '../../../model/vocabulary';
import { warehouses } from '../../service-families';

export const rule = defineRule(warehouses, {
  id: 'security/redshift-public-subnet',
  severity: 'error',
  since: '0.1.0',
  summary: 'Put the warehouse into a private subnet, and what serves the public before it.',
  why: 'In a public subnet one wrong setting, the public address or a rule of a security group, is all that stands between the internet and the data.',
  source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-subnet-groups.html',
  fix: 'refactor',
  references: { lens: ['5.1'], nag: ['RS2'], checkov: ['CKV_AWS_154'] },
  check(work) {
    const { node, know, undecided, report } = work;
    const subnet = know(node, ['subnet']) ?? undecided(node, ['subnet']);
    if (subnet !== 'public' && subnet !== 'none') return;
    report({
      at: ['subnet'],
      message: `${labelOf(node)} sits ${subnet === 'none' ? 'in no subnet of its own' : 'in a public subnet'}; one wrong rule opens it to the internet. Place it in a private subnet behind the application tier.`,
      values: { subnet },
      fix: moveInside(work, node as PipelineNode),
    });
  },
});

/** By the field, or from the drawn public subnet into a private one of the same network, where there is one. */
function moveInside({ graph }: Pick<Case, 'graph'>, node: PipelineNode): Fix | undefined {
  const change = new Refactoring(graph);
  const around = graph.groupsOf(node).find(({ kind, subnet }) => kind === 'subnet' && subnet !== undefined);
  if (!around) {
    change.set(node, ['subnet'], 'private');
    return { title: 'Move it to a private subnet', edits: change.edits };
  }
  const inside = graph.pipeline.groups.find((group) => isPrivateSubnet(group) && group.parent === around.parent);
  if (!inside) return undefined;
  change.set(
    around,
    ['nodes'],
    (around.nodes ?? []).filter((id) => id !== node.id),
  );
  change.set(inside, ['nodes'], [...(inside.nodes ?? []), node.id]);
  if (node.subnet !== undefined) change.set(node, ['subnet'], inside.subnet!);
  return { title: `Move it to ${labelOf(inside)}`, edits: change.edits };
}

const isPrivateSubnet = ({ kind, subnet }: Group): boolean =>
  kind === 'subnet' && (subnet === 'private' || subnet === 'isolated');
