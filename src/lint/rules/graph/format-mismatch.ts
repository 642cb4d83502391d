import { insertInto, Refactoring } from '../../../kit/refactoring';
import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { storedFormat, tableFormats, writing } from '../../../kit/stored';
import { listed } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { Edge, Format, PipelineNode } from '../../../model/vocabulary';
import { catalogueAfter } from '../../catalogued';
import { overlaps } from '../../prefixes';
import { readers } from '../../tables/readers';

const fileFormats: Readonly<Record<string, readonly string[]>> = readers.fileFormats.value;
const spectrum: readonly string[] = readers.fileFormats.value['redshift-spectrum'];
const documents: readonly string[] = readers.documents.value;
const searchKinds: ReadonlySet<string> = new Set(['opensearch', 'opensearch-serverless']);

export const rule = defineEdgeRule({
  id: 'graph/format-mismatch',
  severity: 'error',
  since: '0.1.0',
  summary: 'Hand a reader a format that it reads.',
  why: 'A reader that does not know the format fails on the first file, or fills its columns with nothing.',
  exceptions: 'Spark and functions read anything that their code understands: they are not asked.',
  source: [readers.fileFormats.source, readers.documents.source],
  fix: 'refactor',
  references: { lens: ['10.2'] },
  check(work) {
    const { edge, graph, matrix, need, know, report } = work;
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !isFlow(edge) || know(edge, ['transform']) !== 'none') return;
    if (to.kind === 'firehose' || from.kind === 'firehose') {
      checkDelivery(work, edge, from, to);
      return;
    }
    // A query edge may be drawn from the engine to the store as well.
    const [engine, store] = edge.kind === 'query' && to.kind === 's3' ? [from, to] : [to, from];
    if (store.kind !== 's3') return;
    const other = writtenOtherwise(work, edge, store);
    if (other) {
      report({
        at: ['format'],
        message: `${labelOf(engine)} expects ${edge.format} in ${labelOf(store)}, where ${labelOf(other.writer)} writes ${other.format}. Convert in between, or name the format that is there.`,
        values: { written: other.format, read: edge.format! },
        related: [{ element: other.edge, message: `Writes ${other.format}` }],
      });
      return;
    }
    const known = edge.kind === 'query' && engine.kind.startsWith('redshift') ? spectrum : fileFormats[engine.kind];
    if (!known) return;
    const data = graph.findData(edge.data);
    const format = edge.format !== undefined || !data ? need(edge, ['format']) : storedFormat(work, store, data);
    if (known.includes(format)) return;
    const better = known.includes('parquet') ? 'parquet' : 'csv';
    const change = new Refactoring(graph);
    if (engine === to && data) {
      const name = labelOf(data);
      const ids = insertInto(change, graph, matrix, edge, ['glue-job', 's3'], {
        'glue-job': { label: `Convert ${name}` },
        s3: { label: `${name} as ${better}` },
      });
      change.set(edge, ['format'], better);
      catalogueAfter(change, graph, edge, to, ['glue-job', 's3'], ids, from);
    }
    report({
      message: `${labelOf(store)} holds ${format}; ${labelOf(engine)} reads ${listed(known, 'or')}. Convert to ${better} in between.`,
      values: { format, readable: known },
      fix: engine === to && data ? { title: `Convert to ${better} in between`, edits: change.edits } : undefined,
    });
  },
});

/** Conversion to columns and search indexes take JSON: what a delivery stream gets, unless a function makes it JSON. */
function checkDelivery({ graph, need, know, report }: Case, edge: Edge, from: PipelineNode, to: PipelineNode): void {
  const delivery = to.kind === 'firehose' ? to : from;
  if (know(delivery, ['config', 'transform']) !== undefined || transforms()) return;
  const converts = delivery === to && need(to, ['config', 'formatConversion']) !== 'none';
  if (!converts && !searchKinds.has(to.kind)) return;
  const format = need(edge, ['format']);
  if (documents.includes(format)) return;
  report({
    message: `${labelOf(from)} hands over ${format}; ${converts ? `the conversion of ${labelOf(delivery)}` : labelOf(to)} reads JSON. Let a transform function turn records into JSON.`,
    values: { format, readable: documents },
  });

  function transforms(): boolean {
    return graph.edgesIn(delivery).some((way) => graph.from(way)?.kind === 'lambda');
  }
}

/** A writer whose declared format is not the one a reading edge declares, where no writer under the same prefix has it. */
function writtenOtherwise(
  { graph, know }: Case,
  read: Edge,
  store: PipelineNode,
): { readonly edge: Edge; readonly writer: PipelineNode; readonly format: Format } | undefined {
  const data = graph.findData(read.data);
  if (!read.format || !data) return undefined;
  const written = writing({ graph }, store, data)
    .filter((edge) => overlaps(edge.prefix, read.prefix))
    .map((edge) => {
      const writer = graph.from(edge);
      const converted = writer?.kind === 'firehose' ? know(writer, ['config', 'formatConversion']) : undefined;
      const format = edge.format ?? (converted === 'parquet' || converted === 'orc' ? converted : undefined);
      return { edge, writer, format };
    });
  const [first] = written;
  if (!first?.writer || written.some(({ format }) => !format || sameFiles(format, read.format!))) return undefined;
  return { edge: first.edge, writer: first.writer, format: first.format! };
}

/** Whether files of one format can be read as the other: lines of JSON are JSON, and tables consist of columnar files. */
function sameFiles(a: Format, b: Format): boolean {
  const group = (format: Format): string =>
    documents.includes(format) ? 'json' : tableFormats.has(format) || format === 'parquet' ? 'table' : format;
  return a === b || group(a) === group(b);
}
