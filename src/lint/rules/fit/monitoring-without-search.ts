import { freshnessNeed } from '../../../kit/freshness';
import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { DataSet, Persona, PipelineNode } from '../../../model/vocabulary';
import { service as athena } from '../../../services/athena/service';
import { service as quicksight } from '../../../services/quicksight/service';
import { service as redshift } from '../../../services/redshift/service';
import { service as redshiftServerless } from '../../../services/redshift-serverless/service';
import { needsOf, nodesOf, workplacesOf } from '../../personas';
import { monitoring } from '../../tables/monitoring';

const watchers: ReadonlySet<string> = new Set(monitoring.watchers.value);
const advice = 'OpenSearch ingests, searches, alerts and draws dashboards in one service.';

export const rule = defineRule([quicksight, athena, redshift, redshiftServerless], {
  id: 'fit/monitoring-without-search',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give people who watch a system live a search index with its dashboards.',
  why: 'A report is refreshed and a query is asked: neither calls anybody when something breaks.',
  exceptions:
    'Data that may be an hour old is not watched live. Needs that are not declared follow from the type of the persona.',
  source: [monitoring.watchers.source, monitoring.liveSeconds.source],
  fix: null,
  references: { lens: ['8.1'] },
  check(work) {
    const { graph, know, need, each, report } = work;
    const node = work.node as PipelineNode;
    const people = watching(work, node);
    for (const { persona, data } of people) {
      report({
        message: `${labelOf(persona)} watches ${data ? `"${labelOf(data)}"` : 'it'} live, and ${labelOf(node)} shows what was loaded before. ${advice}`,
        related: [{ element: persona, message: 'Needs monitoring' }],
      });
    }
    if (people.length > 0) return;
    each(graph.dataIn(node), (data) => {
      const isLog = know(data, ['format']) === 'text-log' || know(data, ['workload']) === 'log-analytics';
      if (!isLog || isWatched(work, data)) return;
      const needs = graph.edgesIn(node).filter((edge) => isFlow(edge) && edge.data === data.id);
      const seconds =
        graph.roleOf(node) === 'consume'
          ? Math.min(...needs.map((edge) => need(edge, ['freshnessSeconds'])))
          : freshnessNeed(work, node, data);
      if (seconds >= monitoring.liveSeconds.value) return;
      report({
        message: `The log "${labelOf(data)}" is needed within ${amount(seconds)} s, and ${labelOf(node)} shows what was loaded before. ${advice}`,
        values: { freshnessSeconds: seconds },
        related: [{ element: data, message: 'Declares the freshness' }],
      });
    });
  },
});

interface Watching {
  readonly persona: Persona;
  readonly data: DataSet | undefined;
}

/** People at a node who watch live, and work with nothing that is made for it; each with the data they get there. */
function watching({ graph, know }: Case, node: PipelineNode): readonly Watching[] {
  const granted = graph.grantsOn(node).map(({ persona, data }) => ({ id: persona, data, edge: undefined }));
  const drawn = graph.edgesOut(node).flatMap((edge) => {
    const to = graph.to(edge);
    const id = to?.kind === 'persona' && isFlow(edge) ? to.config?.persona : undefined;
    return typeof id === 'string' ? [{ id, data: edge.data, edge }] : [];
  });
  const found = new Map<Persona, DataSet | undefined>();
  for (const { id, data: dataId, edge } of [...drawn, ...granted]) {
    const persona = graph.findPersona(id);
    if (!persona || found.has(persona) || !needsOf(persona).includes('monitoring')) continue;
    const data = graph.findData(dataId);
    const seconds = edge ? know(edge, ['freshnessSeconds']) : data && know(data, ['freshnessSeconds']);
    if (seconds !== undefined && seconds >= monitoring.reportSeconds.value) continue;
    const places = new Set([
      ...workplacesOf(graph, persona),
      ...nodesOf(graph, persona).flatMap((at) => graph.upstream(at)),
    ]);
    if (![...places].some(({ kind }) => watchers.has(kind))) found.set(persona, data);
  }
  return [...found].map(([persona, data]) => ({ persona, data }));
}

const isWatched = ({ graph }: Case, data: DataSet): boolean =>
  graph.storesOf(data).some(({ kind }) => watchers.has(kind)) ||
  graph.nodesOfKind('cloudwatch').some((node) => graph.dataOf(node).includes(data));
