import { engines } from '../../../kit/engines';
import { catalogue, Refactoring } from '../../../kit/refactoring';
import { definePersonaRule, labelOf } from '../../../kit/rule';
import { linesFrom, needsOf, nodesOf, workplacesOf } from '../../personas';
import { personaNeeds } from '../../tables/persona-needs';

const sql: ReadonlySet<string> = new Set(engines.sql.value);
const silent: ReadonlySet<string> = new Set(['s3', 'quicksight']);

export const rule = definePersonaRule({
  id: 'fit/ad-hoc-sql-without-query-engine',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give people who ask their own questions an engine that answers SQL.',
  why: 'Files must be downloaded to be asked, and a dashboard answers only what its author thought of.',
  exceptions: 'Needs that are not declared follow from the type of the persona.',
  source: [engines.sql.source, personaNeeds.byType.source],
  fix: 'refactor',
  references: { lens: ['8.1', '11.3'] },
  check({ persona, graph, report }) {
    if (!needsOf(persona).includes('ad-hoc-sql')) return;
    const places = workplacesOf(graph, persona);
    const stuck = places.find(({ kind }) => silent.has(kind));
    const drawn = nodesOf(graph, persona);
    const ways = new Set([...places, ...drawn.flatMap((node) => graph.upstream(node))]);
    if (!stuck || [...ways].some(({ kind }) => sql.has(kind))) return;
    const change = new Refactoring(graph);
    const engine = change.add('athena', stuck, { label: `Questions of ${labelOf(persona)}` });
    const [data] = graph.dataOf(stuck);
    const carried = data === undefined ? {} : { data: data.id };
    change.connect(stuck.id, engine, { kind: 'query', ...carried });
    catalogue(change, graph, { id: stuck.id, data: data?.id }, { id: engine, beside: stuck }, true);
    for (const edge of linesFrom(graph, stuck, persona)) change.lead(edge, { from: engine });
    for (const grant of graph.grantsOn(stuck)) {
      if (grant.persona === persona.id) change.set(grant, ['node'], engine);
    }
    report({
      ...(persona.needs !== undefined && { at: ['needs'] }),
      message: `${labelOf(persona)} needs one-off SQL, but works with ${labelOf(stuck)}, which ${stuck.kind === 's3' ? 'hands out files' : 'shows fixed reports'}. Connect Athena on the catalog.`,
      related: [{ element: stuck, message: 'What it works with' }],
      fix: stuck.kind === 's3' ? { title: 'Add Athena and a catalog', edits: change.edits } : undefined,
    });
  },
});
