import { defineRule, labelOf } from '../../../kit/rule';
import { quantity, sumOf } from '../../../kit/words';
import { service as datasync } from '../../../services/datasync/service';
import { service as dms } from '../../../services/dms/service';

export const rule = defineRule([dms, datasync], {
  id: 'operations/transfer-logging-off',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a transfer log what it moved and what it could not.',
  why: 'A row or a file that was left out shows nowhere else: the task ends green, and the copy is short.',
  source: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Monitoring.html',
    'https://docs.aws.amazon.com/datasync/latest/userguide/configure-logging.html',
  ],
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.2'], hub: ['DMS.7', 'DMS.8', 'DataSync.1'] },
  check({ node, graph, need, mention, report, set }) {
    if (need(node, ['logs']).length > 0) return;
    const dailyGB = sumOf(graph.dataIn(node).map((data) => mention(data, ['dailyGB'])));
    const moved = quantity(dailyGB, 'GB/day');
    report({
      at: ['logs'],
      message: `${labelOf(node)} moves ${moved || 'data'} and records no transfer and no error. Switch its task log on.`,
      fix: { title: 'Switch the task log on', edits: [set(node, ['logs'], ['task'])] },
    });
  },
});
