import type { NewcomerKind } from '../../../kit/newcomers';
import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { quantity, sumOf } from '../../../kit/words';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { service as emrEc2 } from '../../../services/emr-ec2/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { service as lambda } from '../../../services/lambda/service';
import { engineOf, familyOf, isDatabase } from '../../engines';
import { changesContent, dataEdgesOf } from '../../flows';
import { copies } from '../../tables/copies';

const files: ReadonlySet<string> = new Set(copies.files.value);

export const rule = defineRule([glueJob, emrEc2, lambda], {
  id: 'fit/transform-tool-for-plain-copy',
  severity: 'info',
  since: '0.1.0',
  summary: 'Copy data that nothing changes with a service that copies.',
  why: 'A job that moves bytes unchanged is code, capacity and retries for what replication or a transfer task does by itself, with a check of every file.',
  exceptions:
    'Only what is said to change nothing (transform "none" on every edge) is named: a job that joins small files, masks or checks does more than copy.',
  source: [copies.relational.source, copies.files.source],
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check(work) {
    const { graph, matrix, mention, undecided, report } = work;
    const node = work.node as PipelineNode;
    const { reads, writes } = dataEdgesOf(work, node);
    const [read, write] = [reads[0], writes[0]];
    if (!read || !write || reads.length > 1 || writes.length > 1) return;
    const [from, to] = [graph.from(read), graph.to(write)];
    if (!from || !to || changes(read) || changes(write) || changesContent(work, node, [read, write])) return;
    const copier = copierFor(work, from, to, read, write);
    if (!copier) return;
    // That a job changes nothing is only believed where somebody says so.
    if (write.transform === undefined) undecided(write, ['transform']);
    const dailyGB = sumOf(graph.dataIn(node).map((data) => mention(data, ['dailyGB'])));
    const change = new Refactoring(graph);
    const replaced = replaceBy(change, graph, matrix, node, copier.kind);
    report({
      message: `${labelOf(node)} moves ${quantity(dailyGB, 'GB/day') || 'data'} unchanged from ${labelOf(from)} to ${labelOf(to)}. ${copier.words} does that with no code.`,
      ...(dailyGB !== undefined && { values: { dailyGB } }),
      related: [
        { element: from, message: 'Source' },
        { element: to, message: 'Target of the same sort' },
      ],
      fix: replaced
        ? { title: `Replace it by ${graph.kinds.get(copier.kind)!.label}`, edits: change.edits }
        : undefined,
    });
  },
});

const changes = ({ transform }: Edge): boolean => transform !== undefined && transform !== 'none';

/** What copies between two stores of one sort; undefined where they are of different sorts. */
function copierFor(
  work: Case,
  from: PipelineNode,
  to: PipelineNode,
  read: Edge,
  write: Edge,
): { readonly kind: NewcomerKind; readonly words: string } | undefined {
  if (isDatabase(from) && isDatabase(to)) {
    const same = familyOf(engineOf(work, from)) === familyOf(engineOf(work, to));
    return same ? { kind: 'dms', words: 'Native replication, or AWS DMS,' } : undefined;
  }
  if (!files.has(from.kind) || !files.has(to.kind)) return undefined;
  const { need } = work;
  const same = need(read, ['format']) === need(write, ['format']) && need(read, ['codec']) === need(write, ['codec']);
  return same ? { kind: 'datasync', words: 'AWS DataSync, or replication between buckets,' } : undefined;
}
