import { storesOfOriginals } from '../../../kit/originals';
import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineDataRule, type Fix, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { counted } from '../../../kit/words';
import { type Graph, isFlow } from '../../../model/graph';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { people } from '../../tables/people';

const refinedZones: ReadonlySet<string> = new Set(['trusted', 'analytics', 'curated', 'serving']);
const servingStores: ReadonlySet<string> = new Set(people.servingStores.value);

export const rule = defineDataRule({
  id: 'reliability/raw-copy-missing',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Store data as it came before the first transform.',
  why: 'A transform is changed more than once; without the originals only new records follow the change, and a fault in it stays in the history.',
  exceptions: 'Data that can be made again. What a delivery stream changes itself has a rule of its own.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/reliability.html',
  fix: 'refactor',
  references: { lens: ['6.4', '13.1'] },
  check(work) {
    const { data, graph, need, know, report } = work;
    const refined = graph
      .storesOf(data)
      .filter((store) => refinedZones.has(know(store, ['zone']) ?? '') || servingStores.has(store.kind));
    if (refined.length === 0 || need(data, ['reproducible']) || storesOfOriginals(work, data).length > 0) return;
    for (const store of refined) {
      const transform = firstTransform(work, data, store);
      if (!transform) continue;
      report({
        message: `"${labelOf(data)}" is transformed in ${labelOf(transform)} before it is first stored, in ${labelOf(store)}; a later change of the transform cannot be applied to the history. Keep a raw copy before ${labelOf(transform)}.`,
        related: [
          { element: transform, message: 'Transforms it' },
          { element: store, message: 'Stores it first' },
        ],
        fix: keepBefore(work, data, transform, store),
      });
      return;
    }
  },
});

/** A step on the way to `store` that changes the data set while nothing before it keeps the data. */
function firstTransform({ graph, know }: Case, data: DataSet, store: PipelineNode): PipelineNode | undefined {
  const before = wayTo(graph, data, store);
  return before.find((node) => {
    const works =
      graph.roleOf(node) === 'process' ||
      graph.edgesIn(node).some((edge) => edge.transform === 'full' || edge.transform === 'stateful');
    return (
      works &&
      !graph.isStore(node) &&
      !wayTo(graph, data, node).some(
        (earlier) => graph.isStore(earlier) || know(earlier, ['config', 'sourceBackup']) === true,
      )
    );
  });
}

const wayTo = (graph: Graph, data: DataSet, node: PipelineNode): readonly PipelineNode[] =>
  graph.upstream(node, (edge) => isFlow(edge) && graph.carries(edge, data));

/** A stream has room for one more reader: a delivery stream that writes what comes into a raw bucket. */
function keepBefore(
  { graph, mention }: Case,
  data: DataSet,
  transform: PipelineNode,
  store: PipelineNode,
): Fix | undefined {
  const stream = graph
    .edgesIn(transform)
    .filter((edge) => isFlow(edge) && graph.carries(edge, data))
    .flatMap((edge) => graph.from(edge) ?? [])
    .find(isStream);
  if (!stream) return undefined;
  const keepDays = Math.ceil(Math.max(mention(data, ['retentionDays']) ?? 0, mention(data, ['legalHoldDays']) ?? 0));
  const expireDays = keepDays > 0 ? keepDays : undefined;
  const lifecycle = [{ noncurrentDays: 30, ...(expireDays !== undefined && { expireDays }) }];
  const change = new Refactoring(graph);
  const delivery = change.add('firehose', transform, { label: `Raw ${labelOf(data)} delivery` });
  const raw = change.add('s3', store, {
    label: `Raw ${labelOf(data)}`,
    zone: 'raw',
    data: [data.id],
    logs: ['access'],
    config: { lifecycle },
  });
  change.connect(stream.id, delivery, { data: data.id });
  change.connect(delivery, raw, { data: data.id });
  const long = expireDays === undefined ? '' : ` for ${counted(expireDays, 'day')}`;
  return { title: `Keep raw records of ${labelOf(stream)}${long}`, edits: change.edits };
}
