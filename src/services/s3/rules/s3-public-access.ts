import { defineRule, labelOf } from '../../../kit/rule';
import { storedVolume } from '../../../kit/volume';
import { listed } from '../../../kit/words';
import { service as s3 } from '../service';
import { servesBrowsersOnly } from '../website';

const flags = ['blockPublicAcls', 'ignorePublicAcls', 'blockPublicPolicy', 'restrictPublicBuckets'] as const;

export const rule = defineRule(s3, {
  id: 'security/s3-public-access',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep all four settings of S3 Block Public Access on.',
  why: 'With one of them off, a single access list or bucket policy is enough to show the objects to everybody.',
  exceptions:
    'A bucket that holds a website and feeds nothing but browsers is left alone; serving it through CloudFront with public access blocked is still the better design.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  fix: 'quickfix',
  references: {
    lens: ['5.1'],
    hub: ['S3.1', 'S3.8'],
    nag: ['S2'],
    checkov: ['CKV2_AWS_6', 'CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56'],
  },
  check(work) {
    const { node, graph, need, mention, report, set } = work;
    const off = flags.filter((flag) => !need(node, ['config', 'blockPublicAccess', flag]));
    if (off.length === 0) return;
    if (servesBrowsersOnly(work, node)) return;
    const size = storedVolume({ mention }, graph.dataOf(node));
    report({
      at: ['config', 'blockPublicAccess'],
      message: `${labelOf(node)}: ${off.length} of ${flags.length} Block Public Access settings are off (${listed(off)}); anyone could be granted read on ${size || 'its objects'}. Switch all four on.`,
      values: { off },
      fix: {
        title: 'Block all public access',
        edits: off.map((flag) => set(node, ['config', 'blockPublicAccess', flag], true)),
      },
    });
  },
});
