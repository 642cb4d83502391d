import { storesOfOriginals } from '../../../kit/originals';
import { masks } from '../../../kit/personal-data';
import { defineRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import { service as firehose } from '../service';

export const rule = defineRule(firehose, {
  id: 'reliability/firehose-transform-no-source-copy',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep the originals of records that are changed in flight.',
  why: 'A fault in the transform or the schema is found weeks later; without originals the history keeps it.',
  exceptions:
    'Data that can be made again, personal data that the transform masks on purpose, or that a store in a landing or raw zone holds before the delivery stream changes it.',
  source: 'https://docs.aws.amazon.com/firehose/latest/dev/create-configure-backup.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4'] },
  check(work) {
    const { node, graph, need, know, any, each, report, set } = work;
    if (need(node, ['config', 'sourceBackup'])) return;
    const conversion = need(node, ['config', 'formatConversion']);
    const changes = any(
      () => conversion !== 'none',
      () => know(node, ['config', 'transform']) !== undefined,
      () => graph.edgesOut(node).some((edge) => isDataEdge(edge) && graph.to(edge)?.kind === 'lambda'),
    );
    if (!changes) return;
    const after = graph.downstream(node);
    each(graph.dataIn(node), (data) => {
      // Originals of what is masked on purpose are just what must not be kept.
      if (need(data, ['reproducible']) || (know(data, ['pii']) && masks(work, node))) return;
      if (storesOfOriginals(work, data).some((store) => !after.includes(store))) return;
      report({
        at: ['config', 'sourceBackup'],
        message: `${labelOf(node)} ${conversion === 'none' ? 'changes records in flight' : `turns records into ${conversion === 'parquet' ? 'Parquet' : 'ORC'}`} and keeps no original of "${labelOf(data)}"; a faulty change cannot be repaired in the history. Keep the originals.`,
        related: [{ element: data, message: 'Cannot be made again' }],
        fix: { title: 'Keep source records', edits: [set(node, ['config', 'sourceBackup'], true)] },
      });
    });
  },
});
