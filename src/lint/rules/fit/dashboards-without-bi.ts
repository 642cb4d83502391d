import { engines } from '../../../kit/engines';
import { Refactoring } from '../../../kit/refactoring';
import { defineGrantRule, labelOf } from '../../../kit/rule';
import { linesFrom, needsOf, nodesOf, workplacesOf } from '../../personas';
import { personaNeeds } from '../../tables/persona-needs';

const rows: ReadonlySet<string> = new Set([...engines.sql.value, 's3']);
const dashboards: ReadonlySet<string> = new Set(['quicksight', 'opensearch', 'opensearch-serverless']);

const secondsPerMinute = 60;

export const rule = defineGrantRule({
  id: 'fit/dashboards-without-bi',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give people who want dashboards a tool that draws and shares them.',
  why: 'A query engine returns rows and a bucket returns files: charts end up in spreadsheets that nobody else sees or updates.',
  exceptions: 'Needs that are not declared follow from the type of the persona.',
  source: ['https://docs.aws.amazon.com/quicksight/latest/user/welcome.html', personaNeeds.byType.source],
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check({ grant, graph, matrix, report }) {
    const [persona, node] = [graph.findPersona(grant.persona), graph.findNode(grant.node)];
    if (!persona || !node || !rows.has(node.kind) || !needsOf(persona).includes('dashboard')) return;
    const places = workplacesOf(graph, persona);
    const drawn = nodesOf(graph, persona);
    const ways = new Set([...places, ...drawn.flatMap((at) => graph.upstream(at))]);
    if ([...ways].some(({ kind }) => dashboards.has(kind))) return;
    const change = new Refactoring(graph);
    const seconds = graph.findData(grant.data)?.freshnessSeconds;
    const minutes = seconds === undefined ? undefined : Math.floor(seconds / secondsPerMinute);
    const board = change.add('quicksight', node, {
      label: `Dashboard for ${labelOf(persona)}`,
      config: minutes === undefined ? {} : minutes === 0 ? { queryMode: 'direct' } : { refreshMinutes: minutes },
    });
    change.connect(node.id, board, { data: grant.data });
    for (const edge of linesFrom(graph, node, persona)) change.lead(edge, { from: board });
    change.set(grant, ['node'], board);
    change.set(grant, ['mechanism'], 'quicksight');
    const feeds = matrix.find(node.kind, 'quicksight')?.way === 'native';
    const hands = node.kind === 's3' ? 'files' : 'rows';
    report({
      at: ['node'],
      message: `${labelOf(persona)} needs shared dashboards; ${labelOf(node)} returns ${hands}. Add Amazon Quick Sight.`,
      related: [
        { element: persona, message: 'Needs dashboards' },
        { element: node, message: 'What it is granted' },
      ],
      fix: feeds ? { title: 'Add a dashboard', edits: change.edits } : undefined,
    });
  },
});
