import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineDataRule, type Fix, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';

/** Zones whose content people take as checked. */
const trustedZones: ReadonlySet<string> = new Set(['trusted', 'curated']);
const warehouses: ReadonlySet<string> = new Set(['redshift', 'redshift-serverless']);
/** Zones into which data comes as it is: the place to check it first. */
const firstZones: ReadonlySet<string> = new Set(['drop', 'landing', 'raw']);
/** Kinds that check what passes them. */
const gates: ReadonlySet<string> = new Set(['glue-data-quality', 'glue-databrew']);

export const rule = defineDataRule({
  id: 'reliability/no-quality-gate',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Check the quality of data before people rely on it.',
  why: 'An empty column or a doubled delivery passes every job; it is found in a decision, weeks later and far from its cause.',
  exceptions:
    'Data sets that are declared as checked, sources that are trusted, and what has no columns: images, films, documents.',
  source:
    'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/best-practice-1.1---validate-the-data-quality-of-source-systems-before-transferring-data-for-analytics..html',
  fix: 'refactor',
  references: { lens: ['1.1', '7.2'] },
  check(work) {
    const { data, graph, need, know, mention, report } = work;
    if (need(data, ['qualityChecked']) || know(data, ['structure']) === 'unstructured') return;
    const trust = need(data, ['trust']);
    if (trust === 'high') return;
    const entered = graph
      .storesOf(data)
      .filter(
        (store) =>
          (warehouses.has(store.kind) || trustedZones.has(know(store, ['zone']) ?? '')) &&
          graph.edgesIn(store).some((edge) => isFlow(edge) && edge.data === data.id),
      );
    const store = entered.find((candidate) => !isChecked(work, candidate));
    if (!store) return;
    const grave = trust === 'low' && need(data, ['criticality']) === 'critical';
    report({
      severity: grave ? 'error' : 'warning',
      message: `"${labelOf(data)}" (trust: ${trust}) reaches ${labelOf(store)}${zoneWords(mention(store, ['zone']))} with no quality check. Put one right after ingestion.`,
      values: { trust },
      related: [{ element: store, message: 'Is relied on' }],
      fix: checkFirst(work, data, store),
    });
  },
});

const zoneWords = (zone: string | undefined): string => (zone === undefined ? '' : ` (${zone})`);

/** Whether something checks what comes to a store, on the way there or beside it. */
function isChecked({ graph, know }: Case, store: PipelineNode): boolean {
  return [store, ...graph.upstream(store)].some((node) => {
    const rules = know(node, ['config', 'qualityRules']);
    return (
      gates.has(node.kind) ||
      (Array.isArray(rules) && rules.length > 0) ||
      graph.edgesOut(node).some((edge) => gates.has(graph.to(edge)?.kind ?? ''))
    );
  });
}

/** A check of the first bucket that holds the data as it came, or else of the last before the store. */
function checkFirst({ graph, know }: Case, data: DataSet, store: PipelineNode): Fix | undefined {
  const buckets = [store, ...graph.upstream(store)].filter(({ kind }) => kind === 's3');
  const bucket = buckets.find((node) => firstZones.has(know(node, ['zone']) ?? '')) ?? buckets[0];
  if (!bucket) return undefined;
  const change = new Refactoring(graph);
  const gate = change.add('glue-data-quality', bucket, { label: `Check of ${labelOf(bucket)}` });
  const held = graph.dataOf(bucket).find((other) => other === data) ?? graph.dataOf(bucket)[0];
  change.connect(bucket.id, gate, { data: held?.id });
  return { title: `Check what lies in ${labelOf(bucket)}`, edits: change.edits };
}
