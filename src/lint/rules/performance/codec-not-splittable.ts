import { Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { storedCodec, storedFormat, textFormats, writing } from '../../../kit/stored';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as s3 } from '../../../services/s3/service';
import { analyticReaders } from '../../analytic-readers';
import { layout } from '../../tables/layout';

const unsplittable: ReadonlySet<string> = new Set(layout.unsplittableCodecs.value);
const splittable = 'bzip2';

export const rule = defineRule(s3, {
  id: 'performance/codec-not-splittable',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep large text files in a form that many tasks can read at once.',
  why: 'A gzip file has to be read from its beginning: one task works through it while all others wait.',
  exceptions:
    'Parquet, ORC and Avro split whatever the codec inside, and so do text files that are small enough for one task.',
  source: [layout.unsplittableCodecs.source, layout.goodFileMB.source],
  fix: 'refactor',
  references: { lens: ['10.2', '10.3'] },
  check(work) {
    const { node, graph, need, each, report } = work;
    const store = node as PipelineNode;
    const good = layout.goodFileMB.value;
    each(graph.dataOf(store), (data) => {
      const [reader] = analyticReaders(graph, store, data);
      if (!reader || !textFormats.has(storedFormat(work, store, data))) return;
      const codec = storedCodec(work, store, data);
      if (!unsplittable.has(codec)) return;
      const fileMB = need(data, ['maxFileMB']);
      if (fileMB <= good) return;
      const writers = writing(work, store, data);
      const delivered = writers.some((edge) => graph.from(edge)?.kind === 'firehose');
      const change = new Refactoring(graph);
      for (const edge of writers) if (edge.codec !== undefined) change.set(edge, ['codec'], splittable);
      if (change.edits.length === 0) change.set(data, ['codec'], splittable);
      report({
        message: `Files of "${labelOf(data)}" in ${labelOf(store)} (${amount(fileMB)} MB of ${codec} text) cannot be split: one task of ${labelOf(reader)} reads each alone, instead of ${Math.ceil(fileMB / good)}. Store Parquet, or compress with ${splittable}.`,
        values: { maxFileMB: fileMB, codec },
        related: [{ element: data, message: 'The data set' }],
        // A delivery stream knows no codec that splits.
        fix: delivered ? undefined : { title: `Compress with ${splittable}`, edits: change.edits },
      });
    });
  },
});
