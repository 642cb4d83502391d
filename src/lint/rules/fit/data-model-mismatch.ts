import { type Case, defineNodeRule, labelOf } from '../../../kit/rule';
import type { DataSet } from '../../../model/vocabulary';
import { dataModels } from '../../tables/data-models';

interface Model {
  readonly words: string;
  readonly kinds: readonly string[];
  readonly withPostgres: readonly string[];
}

const databases: ReadonlySet<string> = new Set(dataModels.databases.value);
const models: Readonly<Record<string, Model>> = dataModels.byWorkload.value;

export const rule = defineNodeRule({
  id: 'fit/data-model-mismatch',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep data in a database that is made for its model.',
  why: 'A graph in tables, a search over keys or a cache on disk works in the trial and fails under load: the store has no index for the questions.',
  exceptions:
    'Data that a store made for it holds as well. Transactions, analytics, training and archives have rules of their own.',
  source: dataModels.byWorkload.source,
  fix: null,
  references: { lens: ['8.1'] },
  check(work) {
    const { node, graph, need, each, report } = work;
    if (!databases.has(node.kind)) return;
    each(graph.dataOf(node), (data) => {
      const workload = need(data, ['workload']);
      const model = Object.hasOwn(models, workload) ? models[workload] : undefined;
      if (!model || isHeldBySuited(work, model, data)) return;
      report({
        message: `"${labelOf(data)}" is ${workload} data on ${labelOf(node)} (${graph.kindOf(node)!.label}). ${model.words} is made for it.`,
        values: { workload },
        related: [{ element: data, message: 'Declares the workload' }],
      });
    });
  },
});

/** Whether a node of a kind that suits a model holds the data set: this one, or another. */
function isHeldBySuited({ graph, know }: Case, model: Model, data: DataSet): boolean {
  return [...graph.storesOf(data), ...graph.originsOf(data)].some(
    (node) =>
      model.kinds.includes(node.kind) ||
      (model.withPostgres.includes(node.kind) && know(node, ['config', 'engine']) === 'postgresql'),
  );
}
