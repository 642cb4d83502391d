import { defineNodeRule, labelOf } from '../../../kit/rule';
import { bracketed, quantity } from '../../../kit/words';
import { isDataEdge, isFlow } from '../../../model/graph';
import { facts } from '../../../services/s3/facts';

/** Class for what nobody is expected to read and everybody may ask for once: answers in milliseconds. */
const archiveClass = 'GLACIER_IR';

export const rule = defineNodeRule({
  id: 'graph/unread-store',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Store only what somebody reads, or say that it is an archive.',
  why: 'A store that grows and that nobody opens costs every month and answers no question.',
  exceptions:
    'Archives (the workload of the data, or an archive class), backups, staging areas, and buckets that receive logs or replicas are not asked.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/analytics-lens.html',
  fix: 'refactor',
  references: { lens: ['13.1'] },
  check({ node, graph, need, know, mention, undecided, report, set }) {
    if (graph.roleOf(node) !== 'store') return;
    const incoming = graph.edgesIn(node);
    const writers = incoming.filter(isDataEdge).flatMap((edge) => graph.from(edge) ?? []);
    if (writers.length === 0 || writers.every((writer) => graph.roleOf(writer) === 'observe')) return;
    const isRead =
      graph.edgesOut(node).some(isFlow) ||
      incoming.some(({ kind }) => kind === 'query') ||
      graph.grantsOn(node).length > 0;
    if (isRead || archiveClasses.has(know(node, ['config', 'storageClass']))) return;
    const sets = graph.dataOf(node);
    if (sets.length === 0) undecided(node, ['data']);
    if (sets.every((data) => need(data, ['workload']) === 'archive')) return;
    const amounts = sets.map((data) => mention(data, ['dailyGB'])).filter((dailyGB) => dailyGB !== undefined);
    const dailyGB = amounts.length > 0 ? amounts.reduce((sum, value) => sum + value, 0) : undefined;
    // The workload is said of the data set: where other stores hold it too, it may be an archive here only.
    const onlyHere = sets.every((data) => graph.storesOf(data).length === 1);
    const rarely = sets.every(
      (data) =>
        (mention(data, ['retentionDays']) ?? 0) >= facts.minimumDays.value.GLACIER_IR &&
        (mention(data, ['readsPerMonth']) ?? Infinity) <= facts.readsPerMonthMax.value.GLACIER_IR,
    );
    const colder = rarely && node.kind === 's3' && node.config?.lifecycle === undefined;
    const edits = [
      ...sets.map((data) => set(data, ['workload'], 'archive')),
      ...(colder ? [set(node, ['config', 'storageClass'], archiveClass)] : []),
    ];
    report({
      message: `${labelOf(node)} receives data${bracketed(quantity(dailyGB, 'GB/day'))} and nobody reads it: no reader, no query, no grant. Connect who needs it, mark it as an archive, or stop writing it.`,
      ...(dailyGB !== undefined && { values: { dailyGB } }),
      fix: onlyHere ? { title: `Mark it as an archive${colder ? `, in ${archiveClass}` : ''}`, edits } : undefined,
    });
  },
});

const archiveClasses: ReadonlySet<unknown> = new Set(['GLACIER', 'GLACIER_IR', 'DEEP_ARCHIVE']);
