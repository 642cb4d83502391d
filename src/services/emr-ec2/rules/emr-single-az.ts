import { Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service } from '../service';

const zones = facts.fleetZones.value;

export const rule = defineRule(service, {
  id: 'reliability/emr-single-az',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give clusters with urgent results subnets in several zones to start in.',
  why: 'A cluster stands in one zone. With one subnet a zone that fails, or has no capacity left, stops the results.',
  exceptions: 'Designs that run the same work on EMR on EKS, which spreads over zones.',
  source: facts.fleetZones.source,
  fix: 'refactor',
  scaling: 'resilience',
  references: { lens: ['6.4', '6.5'] },
  check({ node, graph, need, undecided, report }) {
    const subnets = need(node, ['config', 'subnets']);
    if (subnets.length > 1 || graph.nodesOfKind('emr-eks').length > 0) return;
    const urgent = graph.dataOut(node as PipelineNode).find((data) => {
      const criticality = need(data, ['criticality']);
      return criticality === 'high' || criticality === 'critical';
    });
    if (!urgent) {
      const silent = graph.edgesOut(node as PipelineNode).find((edge) => isFlow(edge) && edge.data === undefined);
      if (silent) undecided(silent, ['data']);
      return;
    }
    const names = Array.from({ length: zones - subnets.length }, (_, index) => `zone-${subnets.length + index + 1}`);
    const change = new Refactoring(graph);
    change.set(node, ['config', 'subnets'], [...subnets, ...names]);
    report({
      at: ['config', 'subnets'],
      message: `${labelOf(node)} can start in one Availability Zone only; its loss stops "${labelOf(urgent)}" (${urgent.criticality}). List subnets in ${zones} zones.`,
      related: [{ element: urgent, message: 'Is made by it' }],
      fix: { title: `Let it start in ${zones} zones`, edits: change.edits },
    });
  },
});
