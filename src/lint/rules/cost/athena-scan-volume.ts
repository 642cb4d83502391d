import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { columnarFormats, storedFormat, tableFormats } from '../../../kit/stored';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { DataSet, Edge, PipelineNode } from '../../../model/vocabulary';
import { facts as athena } from '../../../services/athena/facts';

/** Kinds that are paid by what their queries read. */
const paidByScan: ReadonlySet<string> = new Set(['athena', 'redshift-spectrum']);
const gigabytesPerTerabyte = 1000;
const muchGBPerDay = 1000;
const daysPerMonth = 30;

export const rule = defineEdgeRule({
  id: 'cost/athena-scan-volume',
  severity: 'info',
  since: '0.1.0',
  summary: 'Let queries read the columns and the partitions they need, not all of it.',
  why: 'Queries are paid by the terabyte they read: a table without columns and partitions is paid in full each time.',
  exceptions: 'Engines with provisioned capacity.',
  source: [athena.usdPerTB.source, 'https://docs.aws.amazon.com/athena/latest/ug/performance-tuning.html'],
  fix: null,
  references: { lens: ['10.4', '13.1'] },
  check(work) {
    const { edge, graph, need, know, report } = work;
    const ends = isFlow(edge) ? endsOf(work, edge) : undefined;
    const data = graph.findData(edge.data);
    if (!ends || !data || know(ends.engine, ['config', 'capacity']) === 'provisioned') return;
    // Said once, however many engines ask: queries are counted by data set.
    if (firstScan(work, data) !== edge) return;
    const dailyGB = need(data, ['queriesPerDay']) * need(data, ['totalGB']);
    if (dailyGB <= muchGBPerDay) return;
    const filters = need(data, ['predicateColumns']);
    const partitions = new Set(need(data, ['partitionColumns']).map(({ column }) => column));
    const columns = need(data, ['columnsReadPct']) / 100;
    const format = storedFormat(work, ends.store, data);
    const columnar = columnarFormats.has(format) || tableFormats.has(format);
    const share = (column: NonNullable<DataSet['predicateColumns']>[number]): number => 1 / (column.cardinality || 1);
    const served = filters.filter(({ column }) => partitions.has(column));
    const scanned = dailyGB * served.map(share).reduce((a, b) => a * b, 1) * (columnar ? columns : 1);
    if (scanned <= muchGBPerDay) return;
    const best =
      dailyGB *
      Math.min(
        1,
        ...filters.map(share),
        served.map(share).reduce((a, b) => a * b, 1),
      ) *
      columns;
    const terabytes = (gigabytes: number): string => amount(gigabytes / gigabytesPerTerabyte);
    const usd = Math.round((scanned / gigabytesPerTerabyte) * athena.usdPerTB.value * daysPerMonth);
    const advice =
      best < scanned
        ? `Partitions on the filter and a columnar format would leave ${terabytes(best)} TB.`
        : 'Let results be reused, or keep a summary for frequent questions.';
    report({
      message: `Queries of ${labelOf(ends.engine)} scan about ${terabytes(scanned)} TB a day of "${labelOf(data)}": ${usd} USD a month at the list price of ${athena.usdPerTB.checked}. ${advice}`,
      values: { scannedGBPerDay: scanned, usdPerMonth: usd },
      related: [{ element: data, message: 'The data set' }],
    });
  },
});

interface Ends {
  readonly engine: PipelineNode;
  readonly store: PipelineNode;
}

/** A query edge may be drawn from the engine to the store as well. */
function endsOf({ graph }: Case, edge: Edge): Ends | undefined {
  const [from, to] = [graph.from(edge), graph.to(edge)];
  if (!from || !to) return undefined;
  const [engine, store] = paidByScan.has(from.kind) && edge.kind === 'query' ? [from, to] : [to, from];
  return paidByScan.has(engine.kind) && graph.isStore(store) ? { engine, store } : undefined;
}

function firstScan(work: Case, data: DataSet): Edge | undefined {
  const { graph } = work;
  for (const store of graph.storesOf(data)) {
    for (const edge of [...graph.edgesOut(store), ...graph.edgesIn(store)]) {
      if (edge.data === data.id && isFlow(edge) && endsOf(work, edge)) return edge;
    }
  }
  return undefined;
}
