import { insertInto, Refactoring } from '../../../kit/refactoring';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';

const warehouses: ReadonlySet<string | undefined> = new Set(['redshift', 'redshift-serverless']);
/** Kinds whose own code decides how rows get into a warehouse. */
const writers: ReadonlySet<string> = new Set(['lambda', 'source.app', 'source.web']);
/** Rows a second above which single inserts fill the queue of commits. */
const fewRowsPerSecond = 10;

export const rule = defineEdgeRule({
  id: 'performance/warehouse-row-inserts',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Load a warehouse in batches, not row by row.',
  why: 'A warehouse commits one statement at a time, across all nodes: single inserts queue up, and leave blocks of one row behind.',
  source: [
    'https://docs.aws.amazon.com/redshift/latest/dg/c_loading-data-best-practices.html',
    'https://docs.aws.amazon.com/redshift/latest/dg/materialized-view-streaming-ingestion.html',
  ],
  fix: 'refactor',
  references: { lens: ['8.1', '9.3'] },
  check({ edge, graph, matrix, need, undecided, report }) {
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !warehouses.has(to?.kind) || !writers.has(from.kind) || !isDataEdge(edge)) return;
    if (need(edge, ['via']) !== 'insert') return;
    const data = graph.findData(edge.data) ?? undecided(edge, ['data']);
    const rate = need(data, ['avgRecordsPerSec']);
    if (rate <= fewRowsPerSecond) return;
    const change = new Refactoring(graph);
    insertInto(change, graph, matrix, edge, ['firehose'], { firehose: { config: { backupMode: 'failed' } } });
    change.unset(edge, ['via']);
    report({
      at: ['via'],
      message: `${labelOf(from)} inserts ${amount(rate)} rows/s into ${labelOf(to!)} one at a time: each waits for the commit before it. Deliver them with Firehose, which copies in batches, or ingest a stream.`,
      values: { rowsPerSecond: rate },
      fix: { title: 'Deliver with Firehose', edits: change.edits },
    });
  },
});
