import { defineDataRule, labelOf } from '../../../kit/rule';
import { storedCodec, storedFormat, textFormats, writing } from '../../../kit/stored';
import { amount } from '../../../kit/words';
import { layout } from '../../tables/layout';

/** A codec that readers can split: only what is written whole by a delivery stream needs none. */
const splittable = 'bzip2';

export const rule = defineDataRule({
  id: 'sustainability/uncompressed-store',
  severity: 'info',
  since: '0.1.0',
  summary: 'Compress text that is kept.',
  why: 'Text shrinks to a fifth or a tenth: uncompressed, the rest is stored, moved and scanned for nothing.',
  exceptions: 'Columnar formats compress inside the file.',
  source: layout.uncompressedMaxGB.source,
  fix: 'quickfix',
  references: { lens: ['10.3', '13.1', '15.5'] },
  check(work) {
    const { data, graph, need, each, report, set } = work;
    each(
      graph.storesOf(data).filter(({ kind }) => kind === 's3'),
      (store) => {
        if (!textFormats.has(storedFormat(work, store, data)) || storedCodec(work, store, data) !== 'none') return;
        const totalGB = need(data, ['totalGB']);
        if (totalGB <= layout.uncompressedMaxGB.value) return;
        const writers = writing(work, store, data).flatMap((edge) => graph.from(edge) ?? []);
        const delivery = writers.find(({ kind }) => kind === 'firehose');
        const facts = {
          message: `"${labelOf(data)}" in ${labelOf(store)}: ${amount(totalGB)} GB of text uncompressed; stored, moved and scanned in full. ${delivery ? `Let ${labelOf(delivery)} compress it.` : 'Compress it where it is written.'}`,
          values: { totalGB },
        };
        if (delivery) {
          const edits = [set(delivery, ['config', 'compression'], 'gzip')];
          report({
            ...facts,
            on: delivery,
            at: ['config', 'compression'],
            fix: { title: 'Compress with gzip', edits },
          });
        } else {
          const edits = [set(data, ['codec'], splittable)];
          report({ ...facts, at: ['codec'], fix: { title: `Compress with ${splittable}`, edits } });
        }
      },
    );
  },
});
