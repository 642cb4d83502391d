import { isDataEdge, isFlow } from '../model/graph';
import type { Codec, DataSet, Edge, Format, PipelineNode } from '../model/vocabulary';
import type { Case } from './rule';

type Reading = Pick<Case, 'graph' | 'need' | 'know'>;

/** Formats that keep rows together: a reader of one column reads them all. */
export const rowFormats: ReadonlySet<Format> = new Set(['csv', 'tsv', 'json', 'jsonl', 'xml']);
/** Formats that are text: what a codec around the file does to them decides whether a reader can split it. */
export const textFormats: ReadonlySet<Format> = new Set(['csv', 'tsv', 'json', 'jsonl', 'xml', 'text-log']);
/** Formats that keep columns together, with their codec inside. */
export const columnarFormats: ReadonlySet<Format> = new Set(['parquet', 'orc']);
/** Formats of tables: files with a log of what belongs to them. */
export const tableFormats: ReadonlySet<Format> = new Set(['iceberg', 'hudi', 'delta']);

/**
 * Format in which a store holds a data set: what its writers make of it, what its readers say they read, else the
 * format of the data set. Ends the case as undecided when nobody said.
 */
export function storedFormat(reading: Reading, store: PipelineNode, data: DataSet): Format {
  const { graph, need, know } = reading;
  for (const edge of writing(reading, store, data)) {
    if (edge.format !== undefined) return need(edge, ['format']);
    const writer = graph.from(edge);
    const converted = writer?.kind === 'firehose' && know(writer, ['config', 'formatConversion']);
    if (converted === 'parquet' || converted === 'orc') return converted;
  }
  for (const edge of graph.edgesOut(store)) {
    if (isFlow(edge) && edge.data === data.id && edge.format !== undefined) return need(edge, ['format']);
  }
  return need(data, ['format']);
}

/** Codec of the files, or inside them where the format is columnar; undecided only when the store's writers are. */
export function storedCodec(reading: Reading, store: PipelineNode, data: DataSet): Codec {
  const { graph, need, know } = reading;
  for (const edge of writing(reading, store, data)) {
    if (edge.codec !== undefined) return need(edge, ['codec']);
    const writer = graph.from(edge);
    const compression = writer?.kind === 'firehose' ? know(writer, ['config', 'compression']) : undefined;
    if (compression === 'hadoop-snappy') return 'snappy';
    if (compression === 'gzip' || compression === 'zip' || compression === 'snappy') return compression;
  }
  return need(data, ['codec']);
}

/** Edges that write a data set into a store. */
export function writing({ graph }: Pick<Case, 'graph'>, store: PipelineNode, data: DataSet): readonly Edge[] {
  return graph.edgesIn(store).filter((edge) => isDataEdge(edge) && graph.carries(edge, data));
}
