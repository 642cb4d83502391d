import { defineRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import { facts } from '../facts';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'reliability/dynamodb-no-pitr',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let tables go back to any second of the last weeks.',
  why: 'A faulty writer changes items one by one; only point-in-time recovery has the table as it was before. Exports and zero-ETL read from it as well.',
  exceptions: 'Tables that can be filled again, and from which nothing is exported.',
  source: [
    facts.recoveryDays.source,
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html',
  ],
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.5'], hub: ['DynamoDB.2'], nag: ['DDB3'], checkov: ['CKV_AWS_28'] },
  check({ node, graph, matrix, need, report, set }) {
    if (need(node, ['config', 'pitr'])) return;
    const reader = graph
      .edgesOut(node)
      .filter(
        (edge) => isDataEdge(edge) && (edge.via === undefined || edge.via === 'native' || edge.via === 'zero-etl'),
      )
      .flatMap((edge) => graph.to(edge) ?? [])
      .find(({ kind }) => kind === 's3' || matrix.find('dynamodb', kind)?.way === 'zero-etl');
    const sets = graph.dataOf(node);
    if (!reader && sets.length > 0 && sets.every((data) => need(data, ['reproducible']))) return;
    report({
      at: ['config', 'pitr'],
      severity: reader ? 'error' : 'warning',
      message: `${labelOf(node)} has no point-in-time recovery${reader ? `: without it nothing gets to ${labelOf(reader)}` : '; a faulty write cannot be undone'}. Enable it.`,
      related: reader ? [{ element: reader, message: 'Is filled from the recovery points' }] : [],
      fix: { title: 'Enable point-in-time recovery', edits: [set(node, ['config', 'pitr'], true)] },
    });
  },
});
