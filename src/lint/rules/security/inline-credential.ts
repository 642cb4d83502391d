import { defineDesignRule, labelOf } from '../../../kit/rule';

export const rule = defineDesignRule({
  id: 'security/inline-credential',
  severity: 'error',
  since: '0.1.0',
  summary: 'Reference a secret or use IAM; keep no password in a design.',
  why: 'What stands in a file is in every clone, log and backup of it, and nobody rotates it.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html',
  fix: 'quickfix',
  references: { lens: ['4.3'], nag: ['DOC3'], checkov: ['CKV_AWS_41', 'CKV_AWS_45'] },
  check({ graph, need, each, report, set }) {
    const consequence =
      'carries its password or key in the design, where every clone and log shows it. Reference a secret, or use IAM.';
    each(graph.pipeline.nodes, (node) => {
      if (need(node, ['secret']) !== 'inline') return;
      report({
        on: node,
        at: ['secret'],
        message: `${labelOf(node)} ${consequence}`,
        fix: { title: 'Reference a secret', edits: [set(node, ['secret'], 'secret')] },
      });
    });
    each(graph.pipeline.edges, (edge) => {
      if (need(edge, ['credential']) !== 'inline') return;
      report({
        on: edge,
        at: ['credential'],
        message: `Edge ${labelOf(edge)} ${consequence}`,
        fix: { title: 'Reference a secret', edits: [set(edge, ['credential'], 'secret')] },
      });
    });
  },
});
