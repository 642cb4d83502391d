import { type Case, defineRule, labelOf } from '../../../kit/rule';
import type { Service } from '../../../kit/service';
import { counted } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as aurora } from '../../../services/aurora/service';
import { service as dms } from '../../../services/dms/service';
import { service as documentdb } from '../../../services/documentdb/service';
import { service as elasticache } from '../../../services/elasticache/service';
import { service as neptune } from '../../../services/neptune/service';
import { service as rds } from '../../../services/rds/service';
import { databases } from '../../tables/databases';

const zones = databases.zones.value;

export const rule = defineRule<Service>([rds, aurora, documentdb, neptune, dms, elasticache], {
  id: 'reliability/database-single-az',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Run databases of production in two Availability Zones.',
  why: 'Without a standby the loss of a zone, a host or a patch stops everything that reads or writes the database.',
  exceptions: 'A DMS task that copies once can be started again. A serverless cache spreads by itself.',
  source: databases.zones.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: {
    lens: ['6.4'],
    hub: ['RDS.5', 'RDS.15', 'DMS.13', 'ElastiCache.3'],
    nag: ['RDS3', 'N1', 'AEC4'],
    checkov: ['CKV_AWS_157', 'CKV2_AWS_50'],
  },
  check(work) {
    const { node, graph, need, mention, report, set } = work;
    if (need(node, ['environment']) !== 'production' || survives(work, node)) return;
    const azCount = need(node, ['azCount']);
    if (azCount >= zones) return;
    const critical = graph.dataOf(node).filter((data) => {
      const criticality = mention(data, ['criticality']);
      return criticality === 'high' || criticality === 'critical';
    }).length;
    const stops =
      critical > 0 ? `${counted(critical, 'critical data set')} stop${critical > 1 ? '' : 's'}` : 'what needs it stops';
    report({
      at: ['azCount'],
      message: `${labelOf(node)} runs in one zone, without a standby: ${stops} with that zone. Run it in ${zones}.`,
      values: { azCount },
      fix: { title: `Run it in ${zones} zones`, edits: [set(node, ['azCount'], zones)] },
    });
  },
});

/** Whether one zone is enough, or more are there without a word. */
function survives({ need }: Case, node: PipelineNode): boolean {
  if (node.kind === 'dms') return !need(node, ['config', 'cdc']);
  return node.kind === 'elasticache' && need(node, ['config', 'mode']) === 'SERVERLESS';
}
