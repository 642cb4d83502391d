import { Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as msk } from '../service';

export const rule = defineRule(msk, {
  id: 'security/msk-unauthenticated',
  severity: 'error',
  since: '0.1.0',
  summary: 'Have Kafka clients say who they are, by IAM.',
  why: 'Without authentication the network is the only border: any machine in it reads every topic and writes to it.',
  exceptions: 'MSK Serverless authenticates by IAM, whatever the setting says.',
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html',
  fix: 'refactor',
  references: { lens: ['4.2', '5.1'], hub: ['MSK.6'] },
  check({ node, graph, need, report }) {
    if (need(node, ['config', 'mode']) === 'SERVERLESS') return;
    const ways = need(node, ['config', 'auth']);
    const known = ways.filter((way) => way !== 'unauthenticated');
    if (known.length > 0 && known.length === ways.length) return;
    const topics = graph.dataOf(node).length;
    const change = new Refactoring(graph);
    const cluster = node as PipelineNode;
    change.set(cluster, ['config', 'auth'], known.includes('iam') ? known : [...known, 'iam']);
    // IAM needs a listener with TLS.
    if (need(node, ['config', 'clientBroker']) === 'PLAINTEXT') change.set(cluster, ['config', 'clientBroker'], 'TLS');
    report({
      at: ['config', 'auth'],
      message: `${labelOf(node)} lets any client that reaches its brokers read and write ${topics > 0 ? counted(topics, 'topic') : 'its topics'}: ${ways.length === 0 ? 'no authentication is named' : 'unauthenticated access is on'}. Require IAM.`,
      values: { auth: ways },
      fix: { title: 'Require IAM authentication', edits: change.edits },
    });
  },
});
