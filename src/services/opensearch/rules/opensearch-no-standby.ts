import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import type { NodeOf } from '../../../kit/service';
import { counted } from '../../../kit/words';
import { facts } from '../facts';
import { service } from '../service';

type Domain = NodeOf<typeof service>;
const { zones, masters, replicas } = facts.standby.value;

export const rule = defineRule(service, {
  id: 'reliability/opensearch-no-standby',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a zone stand by for searches that must not stop.',
  why: 'When a zone fails the others copy its shards while they answer, at the worst moment; a standby has them already.',
  exceptions: 'Data sets of low or medium criticality, and domains outside of production.',
  source: facts.standby.source,
  fix: 'refactor',
  scaling: 'resilience',
  references: { lens: ['6.4', '6.5'], hub: ['Opensearch.6'], nag: ['OS7'] },
  check(work) {
    const { node, graph, need, report } = work;
    if (need(node, ['environment']) !== 'production' || need(node, ['config', 'multiAzStandby'])) return;
    const urgent = graph.dataOf(node).find((data) => {
      const criticality = need(data, ['criticality']);
      return criticality === 'high' || criticality === 'critical';
    });
    if (!urgent) return;
    const dataNodes = need(node, ['config', 'dataNodes']);
    const spread = zonesOf(work, node, dataNodes);
    const copies = need(node, ['config', 'replicas']);
    report({
      at: ['config', 'multiAzStandby'],
      severity: spread === 1 ? 'error' : 'warning',
      message: `${labelOf(node)} serves ${urgent.criticality} data from ${counted(spread, 'zone')}, ${counted(dataNodes, 'data node')}, ${counted(copies, 'replica')}. Multi-AZ with Standby needs ${zones} zones, a multiple of ${zones} data nodes, ${masters} dedicated masters and ${replicas} replicas.`,
      values: { zones: spread, dataNodes, replicas: copies },
      related: [{ element: urgent, message: `Is of ${urgent.criticality} criticality` }],
      fix: standby(work, node, dataNodes, copies),
    });
  },
});

/** A domain spreads over as many zones as it has data nodes, up to three, unless somebody says otherwise. */
function zonesOf({ need }: Case, node: Domain, dataNodes: number): number {
  return node.azCount === undefined ? Math.min(dataNodes, zones) : Math.min(dataNodes, need(node, ['azCount']));
}

function standby({ graph, need }: Case, node: Domain, dataNodes: number, copies: number): Fix | undefined {
  const even = Math.ceil(dataNodes / zones) * zones;
  if (even > facts.dataNodesMax.value) return undefined;
  const change = new Refactoring(graph);
  change.set(node, ['config', 'multiAzStandby'], true);
  if (node.azCount !== undefined && node.azCount !== zones) change.set(node, ['azCount'], zones);
  if (even !== dataNodes) change.set(node, ['config', 'dataNodes'], even);
  if (need(node, ['config', 'dedicatedMasters']) < masters) change.set(node, ['config', 'dedicatedMasters'], masters);
  if (copies < replicas) change.set(node, ['config', 'replicas'], replicas);
  return { title: `Stand by in one of ${zones} zones`, edits: change.edits };
}
