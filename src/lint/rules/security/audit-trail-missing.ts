import { defineDesignRule } from '../../../kit/rule';
import { hasTrail } from '../../trail';

export const rule = defineDesignRule({
  id: 'security/audit-trail-missing',
  severity: 'error',
  since: '0.1.0',
  summary: 'Record who does what with a CloudTrail trail over all Regions.',
  why: 'Without it nobody can say who read or changed a store, and what happens in a Region that nobody watches stays unseen.',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  fix: 'quickfix',
  references: { lens: ['5.3', '5.4'], hub: ['CloudTrail.1'], checkov: ['CKV_AWS_67', 'CKV_AWS_251'] },
  check(work) {
    const { architecture, graph, need, mention, report, set } = work;
    const stores = graph.pipeline.nodes.filter((node) => graph.isStore(node));
    if (stores.length === 0) return;
    const recorded = hasTrail(work);
    if (recorded && need(architecture, ['trail', 'multiRegion'])) return;
    const watched = stores.length === 1 ? 'store' : `${stores.length} stores`;
    const plan = recorded
      ? { enabled: true, multiRegion: true }
      : { enabled: true, multiRegion: true, validation: true, locked: true };
    report({
      at: ['trail', recorded ? 'multiRegion' : 'enabled'],
      severity: mention(architecture, ['environment']) === 'production' ? 'error' : 'warning',
      message: recorded
        ? `The trail covers one Region: what is done to the ${watched} of this design from another one leaves no record. Make it multi-Region.`
        : `No multi-Region trail records who reads or changes the ${watched} of this design. Plan one, with a sealed log.`,
      values: { stores: stores.length },
      fix: {
        title: recorded ? 'Cover all Regions' : 'Plan a multi-Region trail with a sealed log',
        edits: Object.entries(plan).map(([field, value]) => set(architecture, ['trail', field], value)),
      },
    });
  },
});
