import { defineRule, labelOf } from '../../../kit/rule';
import { storedVolume } from '../../../kit/volume';
import { bracketed } from '../../../kit/words';
import { oldVersionDays } from '../old-versions';
import { service as s3 } from '../service';

/** Zones whose content others build on. */
const permanentZones: ReadonlySet<string> = new Set(['raw', 'trusted', 'curated']);

export const rule = defineRule(s3, {
  id: 'reliability/s3-versioning-off',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep old versions of data that cannot be made again.',
  why: 'A faulty job or a slip of the hand overwrites and deletes as durably as S3 stores.',
  exceptions: 'Staging areas, and directory buckets, which have no versions.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['3.7', '6.5'], hub: ['S3.14'], checkov: ['CKV_AWS_21'] },
  check(work) {
    const { node, graph, need, know, mention, any, report, set } = work;
    if (graph.roleOf(node) === 'staging' || need(node, ['config', 'storageClass']) === 'EXPRESS_ONEZONE') return;
    if (need(node, ['config', 'versioning']) === 'enabled') return;
    const sets = graph.dataOf(node);
    const worthIt = any(
      () => permanentZones.has(know(node, ['zone']) ?? ''),
      () => sets.some((data) => !need(data, ['reproducible'])),
    );
    if (!worthIt) return;
    const kept = storedVolume(work, sets);
    const days = oldVersionDays(work, node);
    const limited = know(node, ['config', 'noncurrentDays']) !== undefined;
    report({
      at: ['config', 'versioning'],
      message: `${labelOf(node)}${bracketed(mention(node, ['zone']) ?? '')} keeps ${kept || 'data'} with no versioning; an overwrite or a delete cannot be undone. Enable it${limited ? '' : ` and expire old versions after ${days} days`}.`,
      fix: {
        title: limited ? 'Enable versioning' : `Enable versioning, old versions kept ${days} days`,
        edits: [
          set(node, ['config', 'versioning'], 'enabled'),
          ...(limited ? [] : [set(node, ['config', 'noncurrentDays'], days)]),
        ],
      },
    });
  },
});
