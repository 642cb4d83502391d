import { engines } from '../../../kit/engines';
import { catalogue, Refactoring } from '../../../kit/refactoring';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import { isCatalogued, readsTables } from '../../catalogued';

const needTables: ReadonlySet<string> = new Set(engines.needTables.value);

export const rule = defineEdgeRule({
  id: 'graph/uncatalogued-lake',
  severity: 'error',
  since: '0.1.0',
  summary: 'Describe what engines read in the lake in a catalog.',
  why: 'Athena and Spectrum read tables, not files: without a definition there is nothing to name in a query. Spark can guess, and guesses anew on every run.',
  source: [engines.needTables.source, 'https://docs.aws.amazon.com/glue/latest/dg/catalog-and-crawler.html'],
  fix: 'refactor',
  references: { lens: ['7.1'] },
  check({ edge, graph, mention, report }) {
    const ends = [graph.from(edge), graph.to(edge)] as const;
    // A query edge may be drawn from the engine to the store as well.
    const [engine, store] = edge.kind === 'query' && ends[1]?.kind === 's3' ? ends : [ends[1], ends[0]];
    if (!engine || store?.kind !== 's3' || !isFlow(edge) || !readsTables(engine)) return;
    if (isCatalogued(graph, store, engine)) return;
    const data = graph.findData(edge.data);
    const known = data ? mention(data, ['schemaKnown']) === true : false;
    const change = new Refactoring(graph);
    catalogue(change, graph, { id: store.id, data: edge.data }, { id: engine.id, beside: engine }, !known);
    const infers = !needTables.has(engine.kind);
    report({
      severity: infers ? 'warning' : 'error',
      message: `${labelOf(engine)} has no table for ${data ? `"${labelOf(data)}"` : 'what it reads'} in ${labelOf(store)}: ${infers ? 'it guesses the schema on every run' : 'it cannot query the files'}. Describe it in a Glue catalog${known ? '' : ', with a crawler'}.`,
      fix: { title: known ? 'Add a catalog' : 'Add a catalog and a crawler', edits: change.edits },
    });
  },
});
