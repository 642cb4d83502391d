import { defineRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { facts } from '../facts';
import { service as msk } from '../service';

export const rule = defineRule(msk, {
  id: 'security/msk-plaintext',
  severity: 'error',
  since: '0.1.0',
  summary: 'Have Kafka clients and brokers talk TLS, and nothing else.',
  why: 'A listener in clear is used by the one client that was configured in a hurry; its records can be read and changed on the way.',
  exceptions: 'MSK Serverless speaks TLS only, whatever these settings say.',
  source: facts.nodeDefaults.source,
  fix: 'quickfix',
  references: { lens: ['3.6'], hub: ['MSK.1'], nag: ['MSK2', 'MSK3'], checkov: ['CKV_AWS_81'] },
  check({ node, need, report, set }) {
    if (need(node, ['config', 'mode']) === 'SERVERLESS') return;
    const clientBroker = need(node, ['config', 'clientBroker']);
    const clientsInClear = clientBroker !== 'TLS';
    const brokersInClear = !need(node, ['config', 'inClusterTls']);
    if (!clientsInClear && !brokersInClear) return;
    const faults = [
      ...(clientsInClear
        ? [`accepts ${clientBroker === 'PLAINTEXT' ? 'plaintext only' : 'plaintext beside TLS'} from clients`]
        : []),
      ...(brokersInClear ? ['sends records in clear from broker to broker'] : []),
    ];
    report({
      at: ['config', clientsInClear ? 'clientBroker' : 'inClusterTls'],
      message: `${labelOf(node)} ${listed(faults)}; whoever is on the network can read and change them. Use TLS on both paths.`,
      values: { clientBroker },
      fix: {
        title: 'Use TLS on both paths',
        edits: [
          ...(clientsInClear ? [set(node, ['config', 'clientBroker'], 'TLS')] : []),
          ...(brokersInClear ? [set(node, ['config', 'inClusterTls'], true)] : []),
        ],
      },
    });
  },
});
