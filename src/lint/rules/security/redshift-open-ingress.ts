import { addressRanges } from '../../../kit/address-ranges';
import { isPrivateRange, isWide } from '../../../kit/ingress';
import { Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { warehouses } from '../../service-families';

export const rule = defineRule(warehouses, {
  id: 'security/redshift-open-ingress',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let only those connect to the warehouse that work with it.',
  why: 'A wide address range lets in every machine that ever gets an address in it; a security group lets in what belongs to it.',
  exceptions:
    'A range within private networks is a warning: it is wide, but nobody on the internet has such an address.',
  source: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/security-network-isolation.html',
    addressRanges.widestPrefix.source,
  ],
  fix: 'refactor',
  references: { lens: ['5.1'], hub: ['Redshift.15'], nag: ['EC23'] },
  check({ node, graph, need, mention, report }) {
    const entries = need(node, ['ingressCidrs']);
    const wide = entries.filter(isWide);
    const [first] = wide;
    if (first === undefined) return;
    const warehouse = node as PipelineNode;
    const joined = graph.edgesIn(warehouse).length + graph.edgesOut(warehouse).length > 0;
    const change = new Refactoring(graph);
    change.set(
      warehouse,
      ['ingressCidrs'],
      entries.filter((entry) => !isWide(entry)),
    );
    report({
      at: ['ingressCidrs', entries.indexOf(first)],
      severity: wide.every(isPrivateRange) ? 'warning' : 'error',
      message: `${labelOf(node)}: port ${mention(node, ['config', 'port'])} accepts ${fewOf(wide)}, wider than any VPC. Allow the security groups of its clients only.`,
      values: { ranges: wide },
      // The export lets in what an edge joins to the warehouse, by security group.
      fix: joined ? { title: 'Let in only what edges join to it', edits: change.edits } : undefined,
    });
  },
});
