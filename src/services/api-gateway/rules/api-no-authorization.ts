import { defineRule, labelOf } from '../../../kit/rule';
import { listed, quantity, sumOf } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import { service as apiGateway } from '../service';

export const rule = defineRule(apiGateway, {
  id: 'security/api-no-authorization',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let an API authorize its callers before it writes anything.',
  why: 'An open API passes whatever anyone sends into the stream or the lake behind it, and the bill with it.',
  exceptions:
    'A public page has no accounts: temporary guest credentials (Cognito with IAM authorization) or a Lambda authorizer still tell a visitor from a script.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  fix: null,
  references: {
    lens: ['5.1'],
    hub: ['APIGateway.8'],
    nag: ['APIG4'],
    checkov: ['CKV_AWS_59', 'CKV_AWS_309', 'CKV2_AWS_70'],
  },
  check({ node, graph, need, mention, report }) {
    const targets = graph
      .edgesOut(node)
      .filter(isDataEdge)
      .flatMap((edge) => graph.to(edge) ?? []);
    if (targets.length === 0 || need(node, ['config', 'authorization']) !== 'none') return;
    const peak = sumOf(graph.dataOut(node).map((data) => mention(data, ['peakRecordsPerSec'])));
    const rate = quantity(peak, 'records/s');
    report({
      at: ['config', 'authorization'],
      message: `${labelOf(node)} lets anyone write to ${listed(targets.map(labelOf))}${rate && `, expected at up to ${rate}`}; forged records reach the lake unseen. Authorize callers with IAM, Cognito, JWT or a function.`,
      related: targets.map((element) => ({ element, message: 'What anyone can write to' })),
    });
  },
});
