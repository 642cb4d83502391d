import { scheduleOf } from '../../../kit/freshness';
import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { storedFormat, tableFormats, writing } from '../../../kit/stored';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { service as icebergTable } from '../../../services/iceberg-table/service';
import { service as s3 } from '../../../services/s3/service';

/** Kinds that write all the time. */
const streaming: ReadonlySet<string> = new Set([
  'firehose',
  'managed-flink',
  'msk-connect',
  'kinesis-data-streams',
  'msk',
]);
const minutesPerHour = 60;

export const rule = defineRule([s3, icebergTable], {
  id: 'performance/table-maintenance-missing',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a table that is written often be compacted, and its old states expire.',
  why: 'Each commit leaves small files and a snapshot behind: queries open ever more of them, and nothing is ever deleted.',
  exceptions:
    'Tables that are written every hour or less often, and tables in a table bucket of S3 Tables: S3 maintains those.',
  source: [
    'https://docs.aws.amazon.com/glue/latest/dg/table-optimizers.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-maintenance.html',
  ],
  fix: 'quickfix',
  references: { lens: ['10.1'] },
  check(work) {
    const { graph, need, know, mention, each, report, set } = work;
    const store = work.node as PipelineNode;
    const isTable = store.kind === icebergTable.kind;
    if (isTable && know(store, ['config', 'storage']) === 's3-tables') return;
    each(graph.dataOf(store), (data) => {
      const frequent = writing(work, store, data).find((edge) => writesOften(work, edge));
      if (!frequent) return;
      if (!isTable && !tableFormats.has(storedFormat(work, store, data))) return;
      if (need(store, ['config', 'compaction']) === true) return;
      const files = mention(data, ['filesPerDay']);
      const edits = [set(store, ['config', 'compaction'], true)];
      if (isTable) edits.push(set(store, ['config', 'expireSnapshots'], true));
      report({
        at: ['config', 'compaction'],
        message: `"${labelOf(data)}" gains ${files === undefined ? 'small files' : `${amount(Math.round(files))} files`} and snapshots all day in ${labelOf(store)}, and nothing compacts or expires them. Switch table maintenance on.`,
        related: [{ element: frequent, message: 'Writes it' }],
        fix: { title: 'Switch table maintenance on', edits },
      });
    });
  },
});

/** Whether an edge writes all the time, or more often than every hour. */
function writesOften(work: Case, edge: Edge): boolean {
  const { graph, know } = work;
  const writer = graph.from(edge);
  if (!writer) return false;
  const trigger = know(edge, ['trigger']);
  if (trigger === 'continuous' || trigger === 'event' || streaming.has(writer.kind)) return true;
  const runs = [edge, ...graph.edgesIn(writer).filter(isFlow)];
  return runs.some((run) => {
    if (run !== edge && know(run, ['trigger']) === 'continuous') return true;
    const minutes = scheduleOf(work, run);
    return minutes !== undefined && minutes < minutesPerHour;
  });
}
