import { defineRule, labelOf } from '../../../kit/rule';
import { service as msk } from '../service';

export const rule = defineRule(msk, {
  id: 'security/msk-public',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep Kafka brokers off the internet.',
  why: 'Brokers hold every record for days, and one open listener or a leaked password lets strangers read and write them.',
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html',
  fix: 'quickfix',
  references: { lens: ['5.1'], hub: ['MSK.4'], checkov: ['CKV_AWS_291'] },
  check({ node, need, mention, report, set }) {
    if (!need(node, ['public'])) return;
    report({
      at: ['public'],
      message: `${labelOf(node)} exposes its brokers to the internet, with ${mention(node, ['config', 'retentionHours'])} h of records. Turn public access off, and join clients by a private network.`,
      fix: { title: 'Turn public access off', edits: [set(node, ['public'], false)] },
    });
  },
});
