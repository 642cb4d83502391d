import { catalogue, Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { rowFormats, storedFormat, writing } from '../../../kit/stored';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts as firehose } from '../../../services/firehose/facts';
import { service as s3 } from '../../../services/s3/service';
import { analyticReaders } from '../../analytic-readers';
import { layout } from '../../tables/layout';

const jsonFormats: ReadonlySet<string | undefined> = new Set(['json', 'jsonl']);

export const rule = defineRule(s3, {
  id: 'performance/row-format-over-15gb',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep what is analysed in columns once it is more than a few gigabytes.',
  why: 'A query over rows reads and pays for every column of every row, however few it asks for.',
  exceptions: 'Originals that nobody scans may stay as they came.',
  source: [
    layout.rowFormatMaxGB.source,
    'https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html',
  ],
  fix: 'refactor',
  references: { lens: ['10.2', '13.1', '15.5'] },
  check(work) {
    const { node: bucket, graph, need, mention, each, report } = work;
    const store = bucket as PipelineNode;
    const limit = layout.rowFormatMaxGB.value;
    each(graph.dataOf(store), (data) => {
      const [reader] = analyticReaders(graph, store, data);
      if (!reader) return;
      const format = storedFormat(work, store, data);
      if (!rowFormats.has(format)) return;
      const totalGB = need(data, ['totalGB']);
      if (totalGB <= limit) return;
      const share = mention(data, ['columnsReadPct']);
      const writers = writing(work, store, data);
      const delivery = writers.length === 1 ? graph.from(writers[0]!) : undefined;
      const converts = delivery?.kind === 'firehose' && jsonFormats.has(mention(data, ['format']));
      const change = new Refactoring(graph);
      if (converts) {
        change.set(delivery, ['config', 'formatConversion'], 'parquet');
        // What is converted cannot be had back: the originals stay beside it.
        change.set(delivery, ['config', 'sourceBackup'], true);
        const bufferMB = Number(mention(delivery, ['config', 'bufferMB']) ?? 0);
        change.set(delivery, ['config', 'bufferMB'], Math.max(bufferMB, firehose.conversionBufferMinMB.value));
        change.unset(delivery, ['config', 'compression']);
        for (const edge of [...writers, ...graph.edgesOut(store)]) {
          if (edge.format === format) change.set(edge, ['format'], 'parquet');
        }
        catalogue(change, graph, { id: store.id }, { id: delivery.id, beside: store }, false);
      }
      report({
        message: `"${labelOf(data)}" is ${amount(totalGB)} GB of ${format} (limit ${limit} GB): ${labelOf(reader)} reads every column.${share === undefined || share === 100 ? ' Parquet would be scanned by column.' : ` Parquet would scan about ${share} % of it.`}`,
        values: { totalGB, format },
        related: [
          { element: data, message: 'The data set' },
          { element: reader, message: 'Reads it' },
        ],
        fix: converts ? { title: `Convert to Parquet in ${labelOf(delivery)}`, edits: change.edits } : undefined,
      });
    });
  },
});
