import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { service as dms } from '../../../services/dms/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { engineOf } from '../../engines';
import { changesContent, dataEdgesOf, isThorough } from '../../flows';
import { zeroEtl } from '../../tables/zero-etl';

const pairs: Readonly<
  Record<string, { readonly targets: readonly string[]; readonly engines: readonly string[] | undefined }>
> = zeroEtl.pairs.value;

export const rule = defineRule([dms, glueJob], {
  id: 'fit/zero-etl-available',
  severity: 'info',
  since: '0.1.0',
  summary: 'Let a zero-ETL integration replicate a database where there is one.',
  why: 'A replication or a job between the two is one more thing to size, to schedule and to watch; a managed integration is seconds behind and asks for nothing.',
  exceptions:
    'Work that transforms, masks or checks what it moves, a copy on demand, other targets beside the warehouse, and a target in another Region.',
  source: [zeroEtl.pairs.source, zeroEtl.search.source],
  fix: 'refactor',
  references: { lens: ['8.1', '15.6'] },
  check(work) {
    const { graph, know, mention, report } = work;
    const node = work.node as PipelineNode;
    const { reads, writes } = dataEdgesOf(work, node);
    const edges = [...reads, ...writes];
    if (reads.length === 0 || writes.length === 0 || edges.some(isThorough)) return;
    // What is copied once, on demand, needs no replication that goes on.
    if (edges.some(({ trigger }) => trigger === 'demand')) return;
    const [sources, targets] = [reads.map((edge) => graph.from(edge)), writes.map((edge) => graph.to(edge))];
    // Where one of its ways has no integration, the node is needed anyway.
    const managed = sources.every(
      (from) => from && targets.every((to) => to && pairs[from.kind]?.targets.includes(to.kind)),
    );
    if (!managed || changesContent(work, node, edges)) return;
    const [from, to] = [sources[0]!, targets[0]!];
    const regions = new Set([...sources, ...targets].map((end) => know(end!, ['region'])));
    if (regions.size > 1) return;
    const supported = sources.every((source) => {
      const { engines } = pairs[source!.kind]!;
      return engines === undefined || engines.includes(engineOf(work, source!));
    });
    if (!supported) return;
    const minutes = edges.map((edge) => mention(edge, ['intervalMinutes'])).find((value) => value !== undefined);
    report({
      message: `${labelOf(from)} → ${labelOf(to)} can be replicated by a zero-ETL integration, with no pipeline to run; ${labelOf(node)} ${minutes === undefined ? 'is one to run' : `runs every ${amount(minutes)} min`}.`,
      ...(minutes !== undefined && { values: { intervalMinutes: minutes } }),
      related: [
        { element: from, message: 'Source of an integration' },
        { element: to, message: 'Target of the integration' },
      ],
      fix: integrate(work, node, reads, writes),
    });
  },
});

/** One source and one target that the matrix joins by zero-ETL. */
function integrate(
  { graph, matrix }: Case,
  node: PipelineNode,
  reads: readonly Edge[],
  writes: readonly Edge[],
): Fix | undefined {
  const [read, write] = [reads[0]!, writes[0]!];
  const [from, to] = [graph.from(read)!, graph.to(write)!];
  if (reads.length > 1 || writes.length > 1 || matrix.find(from.kind, to.kind)?.way !== 'zero-etl') return undefined;
  const change = new Refactoring(graph);
  change.lead(write, { from: from.id });
  change.set(write, ['via'], 'zero-etl');
  if (write.intervalMinutes !== undefined) change.unset(write, ['intervalMinutes']);
  if (write.trigger !== undefined) change.unset(write, ['trigger']);
  // The integration of a table reads its point-in-time recovery.
  if (from.kind === 'dynamodb' && from.config?.pitr !== true) change.set(from, ['config', 'pitr'], true);
  change.remove(node);
  return { title: 'Replace it by a zero-ETL integration', edits: change.edits };
}
