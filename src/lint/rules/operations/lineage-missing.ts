import { type Case, defineDataRule, labelOf } from '../../../kit/rule';
import { fewOf, listed } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';

const manyTransforms = 2;

export const rule = defineDataRule({
  id: 'operations/lineage-missing',
  severity: 'info',
  since: '0.1.0',
  summary: 'Record the lineage of regulated data.',
  why: 'An auditor asks where a figure comes from and where a record went: without lineage, people reconstruct it from code.',
  exceptions: 'Data that one step works on: its lineage is the step.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
  fix: null,
  references: { lens: ['7.3', '3.5'] },
  check(work) {
    const { data, graph, need, report } = work;
    const regulations = need(data, ['regulations']);
    if (regulations.length === 0) return;
    const steps = transformsOf(work, data);
    if (steps.length < manyTransforms || steps.every((step) => records(work, step))) return;
    if (graph.nodesOfKind('glue-catalog').some((catalog) => records(work, catalog))) return;
    report({
      at: ['regulations'],
      message: `"${labelOf(data)}" (${listed(regulations)}) passes ${steps.length} transforms (${fewOf(steps.map(labelOf))}) and its lineage is not recorded. Switch lineage on in the catalog or the jobs.`,
      values: { regulations, transforms: steps.map(({ id }) => id) },
      related: steps.map((element) => ({ element, message: 'Transforms it' })),
    });
  },
});

const records = ({ know }: Case, node: PipelineNode): boolean => know(node, ['config', 'lineage']) === true;

/** Steps that work on a data set, from where it begins. */
function transformsOf({ graph }: Case, data: DataSet): readonly PipelineNode[] {
  const steps = new Set<PipelineNode>();
  for (const origin of graph.originsOf(data)) {
    const reached = graph.downstream(origin, (edge) => isFlow(edge) && graph.carries(edge, data));
    for (const node of [origin, ...reached]) if (graph.roleOf(node) === 'process') steps.add(node);
  }
  return [...steps];
}
