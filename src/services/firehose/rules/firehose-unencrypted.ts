import { defineRule, labelOf } from '../../../kit/rule';
import { streamsInto } from '../../../kit/streams';
import { facts } from '../facts';
import { service as firehose } from '../service';

export const rule = defineRule(firehose, {
  id: 'security/firehose-unencrypted',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Encrypt the records that a delivery stream buffers.',
  why: 'With Direct PUT the delivery stream itself keeps records until they are delivered, up to a day while the destination is down.',
  exceptions: 'A delivery stream that reads a data stream keeps nothing of its own: encrypt the data stream.',
  source: facts.nodeDefaults.source,
  fix: 'quickfix',
  references: { lens: ['3.6'], hub: ['DataFirehose.1'], nag: ['KDF1'], checkov: ['CKV_AWS_240'] },
  check({ node, graph, need, mention, report, set }) {
    if (streamsInto(graph, node).length > 0) return;
    if (need(node, ['encryption']) !== 'none') return;
    const seconds = mention(node, ['config', 'bufferSeconds']);
    report({
      at: ['encryption'],
      message: `${labelOf(node)} buffers Direct PUT records up to ${seconds} s (${facts.undeliveredMaxHours.value} h while the destination is down) without encryption. Switch on server-side encryption.`,
      fix: { title: 'Switch on server-side encryption', edits: [set(node, ['encryption'], 'aws-owned')] },
    });
  },
});
