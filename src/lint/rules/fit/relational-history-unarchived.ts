import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { service as aurora } from '../../../services/aurora/service';
import { service as rds } from '../../../services/rds/service';
import { dataModels } from '../../tables/data-models';
import { transformation } from '../../tables/transformation';

const lakes: ReadonlySet<string> = new Set(transformation.lakeKinds.value);
const { totalGB: least, hotShare } = dataModels.history.value;

export const rule = defineRule([rds, aurora], {
  id: 'fit/relational-history-unarchived',
  severity: 'info',
  since: '0.1.0',
  summary: 'Move history that is rarely read out of a large relational database.',
  why: 'Every backup, index and schema change carries all the years, at the price of database storage.',
  exceptions: 'History that S3 holds already, or that reaches it by a job, a replication or an export.',
  source: dataModels.history.source,
  fix: 'refactor',
  references: { lens: ['13.2', '9.3'] },
  check(work) {
    const { graph, need, each, all, report } = work;
    const node = work.node as PipelineNode;
    const sets = graph.dataOf(node).filter((data) => !graph.storesOf(data).some(({ kind }) => lakes.has(kind)));
    each(sets, (data) => {
      const old = all(
        () => need(data, ['totalGB']) > least,
        () => need(data, ['hotDays']) < need(data, ['retentionDays']) * hotShare,
      );
      if (!old || graph.downstream(node).some(({ kind }) => lakes.has(kind))) return;
      const [totalGB, hotDays] = [need(data, ['totalGB']), need(data, ['hotDays'])];
      report({
        message: `${labelOf(node)} holds ${amount(totalGB)} GB of "${labelOf(data)}", of which ${amount(hotDays)} of ${amount(need(data, ['retentionDays']))} days are used. Archive the rest to S3 before it slows the database.`,
        values: { totalGB, hotDays },
        related: [{ element: data, message: 'Declares how long it is hot' }],
        fix: archive(work, node, data),
      });
    });
  },
});

function archive({ graph, matrix, mention }: Case, node: PipelineNode, data: DataSet): Fix | undefined {
  if (matrix.find(node.kind, 's3')?.way !== 'native') return undefined;
  const days = Math.ceil(Math.max(mention(data, ['retentionDays']) ?? 0, mention(data, ['legalHoldDays']) ?? 0));
  const change = new Refactoring(graph);
  const store = change.add('s3', node, {
    label: `Archive of ${labelOf(node)}`,
    role: 'backup',
    data: [data.id],
    config: { expireDays: days },
  });
  change.connect(node.id, store, { data: data.id });
  return { title: 'Export it to a bucket', edits: change.edits };
}
