import { defineRule, labelOf } from '../../../kit/rule';
import { amount, quantity } from '../../../kit/words';
import type { Graph } from '../../../model/graph';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { service as athena } from '../../../services/athena/service';
import { service as opensearch } from '../../../services/opensearch/service';
import { service as opensearchServerless } from '../../../services/opensearch-serverless/service';
import { service as redshift } from '../../../services/redshift/service';
import { service as redshiftServerless } from '../../../services/redshift-serverless/service';
import { service as s3 } from '../../../services/s3/service';
import { dataModels } from '../../tables/data-models';

const analytic = [redshift, redshiftServerless, athena, s3, opensearch, opensearchServerless] as const;
const analyticKinds: ReadonlySet<string> = new Set(analytic.map(({ kind }) => kind));
const transactionalKinds: ReadonlySet<string> = new Set(dataModels.transactional.value);
const most = dataModels.transactionsMax.value;

export const rule = defineRule(analytic, {
  id: 'fit/transactions-on-analytic-store',
  severity: 'error',
  since: '0.1.0',
  summary: 'Serve many small reads and writes from a transactional store.',
  why: 'An analytic store is built to scan: single rows are written slowly, seen late, and locked or rewritten with all that lies beside them.',
  exceptions:
    'A copy of data that a transactional store of the design holds as well. An application that writes rows to a warehouse is named on its edge.',
  source: [dataModels.transactionsMax.source, dataModels.transactional.source],
  fix: null,
  references: { lens: ['8.1', '9.2'] },
  check({ node: subject, graph, need, each, all, mention, report }) {
    const node = subject as PipelineNode;
    each(graph.dataOf(node), (data) => {
      const busy = all(
        () => need(data, ['transactionsPerSec']) > most,
        () => need(data, ['workload']) === 'transactional',
      );
      if (!busy || isServedElsewhere(graph, data) || isReportedBefore(graph, node, data)) return;
      const rate = need(data, ['transactionsPerSec']);
      const users = quantity(mention(data, ['concurrentUsers']), 'users');
      report({
        message: `${labelOf(node)} is an analytic store; the ${amount(rate)} small reads and writes/s of "${labelOf(data)}"${users && ` from ${users}`} need Aurora or DynamoDB.`,
        values: { transactionsPerSec: rate },
        related: [{ element: data, message: 'Declares the transactions' }],
      });
    });
  },
});

const isServedElsewhere = (graph: Graph, data: DataSet): boolean =>
  [...graph.storesOf(data), ...graph.originsOf(data)].some(({ kind }) => transactionalKinds.has(kind));

/** An engine has no data of its own: the store it reads is named already. */
const isReportedBefore = (graph: Graph, node: PipelineNode, data: DataSet): boolean =>
  !graph.isStore(node) &&
  graph.upstream(node).some((store) => analyticKinds.has(store.kind) && graph.dataOf(store).includes(data));
