import { defineRule, labelOf } from '../../../kit/rule';
import { dailyVolume } from '../../../kit/volume';
import { oldVersionDays } from '../old-versions';
import { service as s3 } from '../service';

export const rule = defineRule(s3, {
  id: 'cost/s3-old-versions-kept',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let old versions expire.',
  why: 'With versioning nothing is ever deleted: each overwrite and each expiry leaves a version that is stored and paid for, unseen in listings.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
  fix: 'quickfix',
  scaling: 'idle-cost',
  references: { lens: ['3.7', '13.1'], hub: ['S3.10'] },
  check(work) {
    const { node, graph, need, know, report, set } = work;
    if (need(node, ['config', 'versioning']) !== 'enabled' || know(node, ['config', 'noncurrentDays']) !== undefined)
      return;
    const growth = dailyVolume(work, graph.dataOf(node));
    const days = oldVersionDays(work, node);
    report({
      at: ['config', 'noncurrentDays'],
      message: `${labelOf(node)} keeps every old version${growth && ` of ${growth}`} for ever, also of what has expired. Expire old versions after ${days} days.`,
      fix: { title: `Expire old versions after ${days} days`, edits: [set(node, ['config', 'noncurrentDays'], days)] },
    });
  },
});
