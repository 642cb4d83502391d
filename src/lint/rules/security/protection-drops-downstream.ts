import { type Case, defineNodeRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';

/** AWS controls and rotates its own keys and the managed ones alike: who may decrypt follows the grants on the store. */
const encryptionRank = { none: 0, 'aws-owned': 1, 'aws-managed': 1, cmk: 2 } as const;
const encryptionWords = {
  none: 'not encrypted',
  'aws-owned': 'under a key of AWS',
  'aws-managed': 'under a key of AWS',
  cmk: 'under a customer-managed key',
} as const;
/** Subnets compare only where both stores lie in one. */
const subnetRank: Readonly<Record<string, number>> = { public: 0, private: 1, isolated: 2 };

export const rule = defineNodeRule({
  id: 'security/protection-drops-downstream',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Protect a copy at least as well as the store it comes from.',
  why: 'Data is as safe as its weakest copy.',
  exceptions: 'Public data, and copies that are masked on the way, may be protected less.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
  fix: null,
  references: { lens: ['3.8'] },
  check(work) {
    const { node, graph, need, know, each, report } = work;
    if (!graph.isStore(node)) return;
    each(graph.dataOf(node), (data) => {
      if (know(data, ['classification']) === 'public') return;
      const unmasked = new Set(
        graph.upstream(node, (edge) => isFlow(edge) && graph.carries(edge, data) && !need(edge, ['masks'])),
      );
      const before = graph.storesOf(data).filter((store) => unmasked.has(store));
      for (const store of before) {
        const drops = dropsOf(work, store, node);
        if (drops.length === 0) continue;
        report({
          message: `${labelOf(node)} protects "${labelOf(data)}" less than ${labelOf(store)} before it: ${listed(drops)}. Protect the copy alike, or mask what goes into it.`,
          related: [{ element: store, message: 'Better protected' }],
        });
        return;
      }
    });
  },
});

function dropsOf({ need, know }: Case, before: PipelineNode, after: PipelineNode): string[] {
  const drops: string[] = [];
  const [encryptionBefore, encryptionAfter] = [know(before, ['encryption']), know(after, ['encryption'])];
  if (encryptionBefore && encryptionAfter && encryptionRank[encryptionBefore] > encryptionRank[encryptionAfter]) {
    drops.push(`${encryptionWords[encryptionBefore]} there, ${encryptionWords[encryptionAfter]} here`);
  }
  const [subnetBefore, subnetAfter] = [know(before, ['subnet']) ?? '', know(after, ['subnet']) ?? ''];
  if ((subnetRank[subnetBefore] ?? -1) > (subnetRank[subnetAfter] ?? Number.POSITIVE_INFINITY)) {
    drops.push(`in a subnet that is ${subnetBefore} there, ${subnetAfter} here`);
  }
  if (need(after, ['public']) && !need(before, ['public'])) drops.push('public here alone');
  return drops;
}
