import { engines } from '../../../kit/engines';
import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineNodeRule, labelOf } from '../../../kit/rule';
import { counted, fewOf } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { Grant, PipelineNode } from '../../../model/vocabulary';

/** Kinds that hold tables of a lake. */
const lakeStores: ReadonlySet<string> = new Set(['s3', 'iceberg-table']);
/** Engines that read the files with the permissions of whoever asks; warehouses have users of their own. */
const engineKinds: ReadonlySet<string> = new Set(
  engines.analyticReaders.value.filter((kind) => kind !== 'redshift' && kind !== 'redshift-serverless'),
);
const manyReaders = 2;

export const rule = defineNodeRule({
  id: 'graph/ungoverned-lake',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Grant tables, columns and rows of a shared lake in Lake Formation.',
  why: 'Bucket policies know files, not columns: with each further reader somebody sees more than they should, and no list says who.',
  exceptions: 'A store that one persona of one account reads.',
  source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/what-is-lake-formation.html',
  fix: 'refactor',
  references: { lens: ['4.3', '3.8'] },
  check(work) {
    const { node, graph, know, report } = work;
    if (!lakeStores.has(node.kind) || graph.nodesOfKind('lake-formation').length > 0) return;
    if (know(node, ['zone']) === undefined) return;
    const places = [node, ...placesThatRead(work, node)];
    const grants = places.flatMap((place) => grantsOn(work, place, node));
    const personas = new Set(grants.map(({ persona }) => persona));
    const accounts = new Set(places.flatMap((place) => know(place, ['account']) ?? []));
    if (personas.size < manyReaders && accounts.size < manyReaders) return;
    if (grants.some((grant) => know(grant, ['mechanism']) !== 'iam')) return;
    const names = [...personas].map((id) => labelOf(graph.findPersona(id) ?? { id }));
    const who = personas.size < manyReaders ? counted(accounts.size, 'account') : `${fewOf(names)}`;
    const change = new Refactoring(graph);
    const catalog = graph.nodesOfKind('glue-catalog')[0];
    const permissions = change.add('lake-formation', catalog ?? node);
    change.connect(node.id, permissions, { kind: 'metadata' });
    if (catalog) change.connect(catalog.id, permissions, { kind: 'metadata' });
    for (const grant of grants) change.set(grant, ['mechanism'], 'lake-formation');
    report({
      message: `${who} reach the tables of ${labelOf(node)} through bucket policies, which know no columns and no rows. Grant them in Lake Formation.`,
      values: { personas: personas.size, accounts: accounts.size },
      fix: { title: 'Govern the lake in Lake Formation', edits: change.edits },
    });
  },
});

/** Engines that read a store. A query edge may be drawn either way. */
function placesThatRead({ graph }: Case, store: PipelineNode): readonly PipelineNode[] {
  const after = graph.edgesOut(store).flatMap((edge) => (isFlow(edge) ? (graph.to(edge) ?? []) : []));
  const asking = graph.edgesIn(store).flatMap((edge) => (edge.kind === 'query' ? (graph.from(edge) ?? []) : []));
  return [...new Set([...after, ...asking])].filter(({ kind }) => engineKinds.has(kind));
}

/** Grants on what the store holds. */
function grantsOn({ graph }: Case, place: PipelineNode, store: PipelineNode): readonly Grant[] {
  const held = new Set(graph.dataOf(store).map(({ id }) => id));
  return graph.grantsOn(place).filter(({ data }) => held.has(data));
}
