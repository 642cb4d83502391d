import { defineRule, labelOf } from '../../../kit/rule';
import { service as glueCrawler } from '../../../services/glue-crawler/service';

export const rule = defineRule([glueCrawler], {
  id: 'security/glue-no-security-config',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give Glue jobs and crawlers a security configuration.',
  why: 'It is the only place that encrypts their logs, bookmarks and temporary results; without one they are written with the defaults of the account.',
  source: 'https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html',
  fix: 'quickfix',
  scaling: 'encryption',
  references: { lens: ['3.6'], nag: ['GL1', 'GL3'], checkov: ['CKV_AWS_195', 'CKV_AWS_99'] },
  check({ node, know, report, set }) {
    if (know(node, ['config', 'securityConfiguration'])) return;
    report({
      at: ['config', 'securityConfiguration'],
      message: `${labelOf(node)} has no security configuration: its logs name tables, columns and paths unencrypted. Attach one that encrypts them.`,
      fix: {
        title: 'Attach an encrypting security configuration',
        edits: [set(node, ['config', 'securityConfiguration'], `${node.id}-encryption`)],
      },
    });
  },
});
