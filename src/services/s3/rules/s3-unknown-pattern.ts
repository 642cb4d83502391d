import { defineRule, labelOf } from '../../../kit/rule';
import { bracketed, quantity } from '../../../kit/words';
import { facts } from '../facts';
import { service as s3 } from '../service';

export const rule = defineRule(s3, {
  id: 'cost/s3-unknown-pattern',
  severity: 'info',
  since: '0.1.0',
  summary: 'Let S3 sort data by itself when nobody knows how it will be read.',
  why: 'Intelligent-Tiering moves what is not read to cheaper tiers and back without retrieval charges; any fixed class is a guess.',
  exceptions: 'Objects under 128 KB are never moved.',
  source: facts.tieringMinMB.source,
  fix: 'quickfix',
  references: { lens: ['13.2'] },
  check({ node, graph, need, mention, each, report, set }) {
    const storageClass = need(node, ['config', 'storageClass']);
    if (storageClass === 'INTELLIGENT_TIERING' || storageClass === 'EXPRESS_ONEZONE') return;
    const tiered = need(node, ['config', 'lifecycle']).some(({ transitions }) =>
      transitions?.some((move) => move.storageClass === 'INTELLIGENT_TIERING'),
    );
    if (tiered) return;
    each(graph.dataOf(node), (data) => {
      if (need(data, ['accessPattern']) !== 'unknown') return;
      const avgFileMB = need(data, ['avgFileMB']);
      if (avgFileMB < facts.tieringMinMB.value) return;
      report({
        at: ['config', 'storageClass'],
        message: `Nobody knows how "${labelOf(data)}"${bracketed(quantity(mention(data, ['totalGB']), 'GB'))} in ${labelOf(node)} will be read, and ${storageClass} is a guess. Intelligent-Tiering sorts it by itself, without retrieval charges.`,
        values: { avgFileMB, storageClass },
        fix: {
          title: 'Use INTELLIGENT_TIERING',
          edits: [set(node, ['config', 'storageClass'], 'INTELLIGENT_TIERING')],
        },
      });
    });
  },
});
