import { defineRule, labelOf } from '../../../kit/rule';
import { amount, quantity, sumOf } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { service as aurora } from '../../../services/aurora/service';
import { service as documentdb } from '../../../services/documentdb/service';
import { service as dynamodb } from '../../../services/dynamodb/service';
import { service as rds } from '../../../services/rds/service';
import { dataModels } from '../../tables/data-models';

const scanners: ReadonlySet<string> = new Set(dataModels.scanners.value);
const most = dataModels.analyticsMax.value;

export const rule = defineRule([rds, aurora, dynamodb, documentdb], {
  id: 'fit/analytics-on-transactional-store',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Answer questions over much data in an analytic store, not beside the transactions.',
  why: 'A scan of rows reads all columns, fills the cache with history and makes every order wait.',
  exceptions:
    'Applications that look up single records. A dashboard that keeps its own copy (SPICE) asks the database once per refresh; replication out of the database is no scan.',
  source: dataModels.analyticsMax.source,
  fix: null,
  references: { lens: ['8.1', '9.2'] },
  check(work) {
    const { graph, need, know, each, all, any, mention, report } = work;
    const node = work.node as PipelineNode;
    const scans = [
      ...graph.edgesOut(node).map((edge) => ({ edge, reader: graph.to(edge) })),
      ...graph.edgesIn(node).map((edge) => ({ edge, reader: edge.kind === 'query' ? graph.from(edge) : undefined })),
    ].filter(({ edge, reader }) => isFlow(edge) && reader !== undefined && scansIt(reader));
    if (scans.length === 0) return;
    const sets = new Set(scans.flatMap(({ edge }) => graph.findData(edge.data) ?? []));
    each(sets, (data: DataSet) => {
      const heavy = all(
        () => need(data, ['workload']) === 'analytical',
        () =>
          any(
            () => need(data, ['totalGB']) > most.totalGB,
            () => need(data, ['queriesPerDay']) > most.queriesPerDay,
          ),
      );
      if (!heavy) return;
      const [totalGB, queries] = [mention(data, ['totalGB']), mention(data, ['queriesPerDay'])];
      const rate = sumOf(graph.dataOf(node).map((held) => mention(held, ['transactionsPerSec'])));
      const serves = rate ? `, which serves ${amount(rate)} transactions/s` : '';
      report({
        message: `${queries === undefined ? 'Aggregate queries' : `${amount(queries)} aggregate queries/day`}${totalGB === undefined ? '' : ` over ${quantity(totalGB, 'GB')}`} of "${labelOf(data)}" run on ${labelOf(node)}${serves}. Put the totals in Redshift or the lake.`,
        values: {
          ...(totalGB !== undefined && { totalGB }),
          ...(queries !== undefined && { queriesPerDay: queries }),
        },
        related: scans
          .filter(({ edge }) => edge.data === data.id)
          .map(({ reader }) => ({ element: reader!, message: 'Scans it' })),
      });
    });

    function scansIt(reader: PipelineNode): boolean {
      if (!scanners.has(reader.kind)) return false;
      return reader.kind !== 'quicksight' || know(reader, ['config', 'queryMode']) === 'direct';
    }
  },
});
