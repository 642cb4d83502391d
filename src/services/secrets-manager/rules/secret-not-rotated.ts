import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { facts } from '../facts';
import { service as secretsManager } from '../service';

const most = facts.rotationMaxDays.value;

export const rule = defineRule(secretsManager, {
  id: 'security/secret-not-rotated',
  severity: 'warning',
  since: '0.1.0',
  summary: `Rotate secrets every ${most} days, or more often.`,
  why: 'A password that leaks works until it is changed; who left the team, and who read the log, knows the old one.',
  source: facts.rotationMaxDays.source,
  fix: 'quickfix',
  references: {
    lens: ['4.3'],
    hub: ['SecretsManager.1', 'SecretsManager.4'],
    nag: ['SMG4'],
    checkov: ['CKV2_AWS_57', 'CKV_AWS_304'],
  },
  check({ node, graph, know, report, set }) {
    const days = know(node, ['rotationDays']);
    if (days !== undefined && days <= most) return;
    const users = graph.pipeline.nodes.filter(({ secretRef }) => secretRef === node.id);
    const used =
      users.length > 0 ? `; ${counted(users.length, 'node')} sign${users.length === 1 ? 's' : ''} in with it` : '';
    report({
      at: ['rotationDays'],
      message: `${labelOf(node)} is ${days === undefined ? 'never rotated' : `rotated every ${days} days`} (limit ${most})${used}. Rotate it every ${most} days.`,
      values: { limit: most },
      related: users.map((element) => ({ element, message: 'Signs in with it' })),
      fix: { title: `Rotate it every ${most} days`, edits: [set(node, ['rotationDays'], most)] },
    });
  },
});
