import { defineRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { facts as apiGatewayFacts } from '../../../services/api-gateway/facts';
import { service as apiGateway } from '../../../services/api-gateway/service';

/** The log kinds that tell what went wrong, by service. */
const logKinds: Readonly<Record<string, readonly 'access'[]>> = { [apiGateway.kind]: apiGatewayFacts.logKinds.value };

export const rule = defineRule([apiGateway], {
  id: 'operations/service-logs-off',
  severity: 'info',
  since: '0.1.0',
  summary: 'Switch on the logs that a service offers.',
  why: 'When data is missing, the log of the service that should have taken it is the only witness.',
  source: apiGatewayFacts.logKinds.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: {
    lens: ['5.4', '6.2'],
    hub: ['MSK.5', 'Opensearch.4', 'Opensearch.5', 'APIGateway.1', 'APIGateway.9'],
    nag: ['MSK6', 'OS9', 'APIG1', 'APIG6'],
    checkov: ['CKV_AWS_80', 'CKV_AWS_84', 'CKV_AWS_317', 'CKV_AWS_76', 'CKV_AWS_95'],
  },
  check({ node, graph, need, report, set }) {
    const logs = need(node, ['logs']);
    const missing = (logKinds[node.kind] ?? []).filter((kind) => !logs.includes(kind));
    if (missing.length === 0) return;
    const sets = graph.dataOf(node).map((data) => `"${labelOf(data)}"`);
    report({
      at: ['logs'],
      message: `${labelOf(node)}: ${listed(missing)} logs are off; failed calls${sets.length > 0 ? ` with ${listed(sets)}` : ''} leave no trace. Switch them on.`,
      values: { missing },
      fix: { title: `Switch on ${listed(missing)} logs`, edits: [set(node, ['logs'], [...logs, ...missing])] },
    });
  },
});
