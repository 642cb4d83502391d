import { unmaskedWays } from '../../../kit/personal-data';
import { defineRule, labelOf } from '../../../kit/rule';
import { storedFormat, tableFormats } from '../../../kit/stored';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service as s3 } from '../service';

const most = facts.erasurePlainMaxGB.value;
const soon = facts.erasureWithinDays.value;

export const rule = defineRule(s3, {
  id: 'security/erasure-unsupported',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep data of people who may ask to be forgotten in a format that deletes rows.',
  why: 'A file cannot lose a row: each request for erasure reads and rewrites every file in which the person may be.',
  exceptions: `Buckets whose objects expire within ${soon} days, and what is masked before it is stored.`,
  source: [facts.erasurePlainMaxGB.source, facts.erasureWithinDays.source],
  fix: null,
  references: { lens: ['3.1', '15.4'] },
  check(work) {
    const { node: bucket, graph, need, know, each, all, report } = work;
    const expireDays = know(bucket, ['config', 'expireDays']);
    if (expireDays !== undefined && expireDays <= soon) return;
    if (need(bucket, ['config', 'tableType']) === 'iceberg') return;
    const node = bucket as PipelineNode;
    each(graph.dataOf(node), (data) => {
      // Nobody who must not be able to erase says so: silence is no question here.
      if (know(data, ['erasure']) !== true || need(data, ['masked'])) return;
      const isPlain = all(
        () => need(data, ['totalGB']) > most,
        () => !tableFormats.has(storedFormat(work, node, data)),
        () => unmaskedWays(work, data).has(node),
      );
      if (!isPlain) return;
      const [format, size] = [storedFormat(work, node, data), amount(need(data, ['totalGB']))];
      report({
        message: `Deleting one person from "${labelOf(data)}" in ${labelOf(node)} means rewriting up to ${size} GB of ${format}. Use a table format with row deletes, such as Iceberg.`,
        values: { format },
        related: [{ element: data, message: 'Must be erasable' }],
      });
    });
  },
});
