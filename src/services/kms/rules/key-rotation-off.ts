import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { service as kms } from '../service';

export const rule = defineRule(kms, {
  id: 'security/key-rotation-off',
  severity: 'info',
  since: '0.1.0',
  summary: 'Let KMS rotate the material of a key every year.',
  why: 'Without rotation one key material protects everything that is ever written; rotation costs nothing in code, old data stays readable.',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
  fix: 'quickfix',
  references: { lens: ['3.6'], hub: ['KMS.4'], nag: ['KMS5'], checkov: ['CKV_AWS_7'] },
  check({ node, graph, need, report, set }) {
    const protects = graph.pipeline.nodes.filter(({ kmsKey }) => kmsKey === node.id);
    if (protects.length === 0 || need(node, ['config', 'keyRotation'])) return;
    report({
      at: ['config', 'keyRotation'],
      message: `${labelOf(node)} protects ${counted(protects.length, 'node')} and is never rotated: one key material for all that is ever written. Rotate it yearly.`,
      related: protects.map((element) => ({ element, message: 'Encrypted with this key' })),
      fix: { title: 'Rotate the key every year', edits: [set(node, ['config', 'keyRotation'], true)] },
    });
  },
});
