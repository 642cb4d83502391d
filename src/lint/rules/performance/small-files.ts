import { defineRule, labelOf } from '../../../kit/rule';
import { storedFormat, tableFormats } from '../../../kit/stored';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as s3 } from '../../../services/s3/service';
import { analyticReaders } from '../../analytic-readers';
import { layout } from '../../tables/layout';

const megabytesPerGigabyte = 1024;

export const rule = defineRule(s3, {
  id: 'performance/small-files',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Store files of 128 to 512 MB where engines scan them.',
  why: 'Listing and opening each file costs more than reading it: thousands of small ones make every query slow and every request count.',
  exceptions: 'Table maintenance ("compaction") merges small files by itself. Files of 32 to 128 MB are only noted.',
  source: [layout.smallFileMB.source],
  fix: 'quickfix',
  references: { lens: ['9.3', '10.1'] },
  check(work) {
    const { node, graph, need, mention, any, each, report, set } = work;
    const store = node as PipelineNode;
    each(graph.dataOf(store), (data) => {
      if (analyticReaders(graph, store, data).length === 0) return;
      const fileMB = need(data, ['avgFileMB']);
      const good = layout.goodFileMB.value;
      if (fileMB >= good || fileMB <= 0 || need(node, ['config', 'compaction'])) return;
      const many = any(
        () => need(data, ['filesPerDay']) > layout.manyFilesPerDay.value,
        () => (need(data, ['totalGB']) * megabytesPerGigabyte) / fileMB > layout.manyFiles.value,
      );
      if (!many) return;
      const perDay = mention(data, ['filesPerDay']);
      const dailyGB = mention(data, ['dailyGB']);
      const totalGB = mention(data, ['totalGB']);
      const count =
        perDay !== undefined
          ? `${amount(Math.round(perDay))} files/day`
          : `${amount(Math.round(((totalGB ?? 0) * megabytesPerGigabyte) / fileMB))} files`;
      const goal =
        dailyGB === undefined ? '' : ` (${Math.max(1, Math.round((dailyGB * megabytesPerGigabyte) / good))} files/day)`;
      const isTable = tableFormats.has(storedFormat({ graph, need, know: mention }, store, data));
      report({
        severity: fileMB < layout.smallFileMB.value ? 'warning' : 'info',
        message: `"${labelOf(data)}" in ${labelOf(store)}: ${count} of ${amount(fileMB)} MB; aim for ${good}–512 MB${goal}. ${isTable ? 'Let table maintenance merge them.' : 'Add a compaction step, or let the writer collect longer.'}`,
        values: { avgFileMB: fileMB, ...(perDay !== undefined && { filesPerDay: perDay }) },
        related: [{ element: data, message: 'The data set' }],
        fix: isTable
          ? { title: 'Switch compaction on', edits: [set(node, ['config', 'compaction'], true)] }
          : undefined,
      });
    });
  },
});
