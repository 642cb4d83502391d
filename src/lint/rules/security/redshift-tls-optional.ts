import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import { warehouses } from '../../service-families';

export const rule = defineRule(warehouses, {
  id: 'security/redshift-tls-optional',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Have the warehouse refuse SQL sessions without TLS.',
  why: 'A client that does not ask for TLS gets a session without it: passwords, statements and results pass in clear.',
  source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html',
  fix: 'quickfix',
  references: {
    lens: ['3.6'],
    hub: ['Redshift.2', 'RedshiftServerless.2'],
    nag: ['RS1'],
    checkov: ['CKV_AWS_105'],
  },
  check({ node, graph, need, report, set }) {
    const tls = need(node, ['tls']);
    if (tls === 'required') return;
    const consumers = new Set(
      graph
        .edgesOut(node)
        .filter(isFlow)
        .map(({ to }) => to),
    ).size;
    report({
      at: ['tls'],
      message: `${labelOf(node)} accepts unencrypted SQL sessions${consumers > 0 ? ` from ${counted(consumers, 'consumer')}` : ''}; passwords and results could pass in clear. Require TLS (require_ssl).`,
      values: { tls, consumers },
      fix: { title: 'Require TLS', edits: [set(node, ['tls'], 'required')] },
    });
  },
});
