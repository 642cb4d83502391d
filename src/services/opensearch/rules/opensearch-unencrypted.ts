import { defineRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { openEncryption } from '../encryption';
import { facts } from '../facts';
import { service as opensearch } from '../service';

export const rule = defineRule(opensearch, {
  id: 'security/opensearch-unencrypted',
  severity: 'error',
  since: '0.1.0',
  summary: 'Encrypt a search domain at rest, between its nodes and towards its clients.',
  why: 'Indexes hold the documents word for word, replicas send them from node to node, and plain HTTP is answered unless it is refused.',
  source: [
    facts.nodeDefaults.source,
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
  ],
  fix: 'quickfix',
  references: {
    lens: ['3.6'],
    hub: ['Opensearch.1', 'Opensearch.3', 'Opensearch.8'],
    nag: ['OS8', 'OS2'],
    checkov: ['CKV_AWS_5', 'CKV_AWS_6', 'CKV_AWS_83'],
  },
  check(work) {
    const { node, report, set } = work;
    const open = openEncryption(work, node);
    const [first] = open;
    if (!first) return;
    const names = open.map(({ name }) => name);
    report({
      at: first.path,
      message: `${labelOf(node)}: encryption is off ${listed(names)}; documents can be read off disks or the network. Switch on all three.`,
      values: { off: names },
      fix: {
        title: `Encrypt ${listed(names)}`,
        edits: open.map(({ path, safe }) => set(node, path, safe)),
      },
    });
  },
});
