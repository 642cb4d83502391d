import { defineEdgeRule, labelOf, type Report } from '../../../kit/rule';
import { columnarFormats } from '../../../kit/stored';
import { listed } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import { readers } from '../../tables/readers';

const textCodecs: Readonly<Record<string, readonly string[]>> = readers.textCodecs.value;
const containers: ReadonlySet<string> = new Set(readers.containers.value);

export const rule = defineEdgeRule({
  id: 'graph/codec-unsupported',
  severity: 'error',
  since: '0.1.0',
  summary: 'Compress with a codec that the reader knows.',
  why: 'A reader that cannot unpack a file fails, or returns rows of rubbish.',
  source: [readers.textCodecs.source, readers.conversionCodec.source],
  fix: 'quickfix',
  references: { lens: ['10.3'] },
  check({ edge, graph, need, know, all, report, set }) {
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !isFlow(edge)) return;
    if (from.kind === 'firehose') {
      const conversion = need(from, ['config', 'formatConversion']);
      const compression = know(from, ['config', 'compression']);
      const onTop = compression !== undefined && compression !== 'none';
      if (conversion === 'none' || !onTop || !isFirstDelivery()) return;
      report({
        on: from,
        at: ['config', 'compression'],
        message: `${labelOf(from)} converts to ${conversion}, which is compressed inside, and adds ${compression} on top: the delivery stream is refused. Leave the codec to the format.`,
        fix: { title: 'Take the codec off', edits: [set(from, ['config', 'compression'], 'none')] },
      });
      return;
    }
    const known = textCodecs[to.kind];
    // A query engine hands over rows, whatever the files are that it read.
    if (!known || graph.roleOf(from) === 'consume') return;
    const codec = need(edge, ['codec']);
    const unreadable = all(
      () => codec !== 'none' && !known.includes(codec),
      () => containers.has(codec) || !columnarFormats.has(need(edge, ['format'])),
    );
    if (!unreadable) return;
    const data = edge.codec === undefined ? graph.findData(edge.data) : undefined;
    const owner: Pick<Report, 'on'> = data ? { on: data } : {};
    const format = know(edge, ['format']);
    const better = format !== undefined && columnarFormats.has(format) ? 'snappy' : 'gzip';
    report({
      ...owner,
      at: ['codec'],
      message: `${labelOf(to)} cannot read ${codec} files from ${labelOf(from)}; it reads ${listed(known, 'or')}. Use ${better}.`,
      values: { codec, readable: known },
      fix: { title: `Compress with ${better}`, edits: [set(data ?? edge, ['codec'], better)] },
    });

    /** One finding on the delivery stream, however many edges leave it. */
    function isFirstDelivery(): boolean {
      return graph.edgesOut(from!).find(isFlow) === edge;
    }
  },
});
