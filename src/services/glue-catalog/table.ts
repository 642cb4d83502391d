import type { DataSet, Format } from '../../model/vocabulary';

/** How a data set lies in a bucket. */
export interface Layout {
  /** Keys begin with it; ends with "/". */
  readonly folder: string;
  readonly format: Format;
  /** Keys of the form `name=value/` below the folder. */
  readonly partitions: readonly { readonly name: string; readonly type: string }[];
  /** A table of Apache Iceberg, which keeps account of its own files. */
  readonly iceberg: boolean;
  /** Table parameters from which partitions are computed, for catalogs that do so. */
  readonly projection: Readonly<Record<string, string>>;
}

export interface TableFormat {
  readonly classification: string;
  readonly inputFormat: string;
  readonly outputFormat: string;
  readonly library: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const text = {
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
};
const json: TableFormat = {
  ...text,
  classification: 'json',
  library: 'org.openx.data.jsonserde.JsonSerDe',
  parameters: { 'ignore.malformed.json': 'TRUE' },
};

/** Hive classes of the formats that can be read as tables. */
export const tableFormats: Partial<Readonly<Record<Format, TableFormat>>> = {
  json,
  jsonl: json,
  csv: {
    ...text,
    classification: 'csv',
    library: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
    parameters: { separatorChar: ',', quoteChar: '"', escapeChar: '\\' },
  },
  tsv: {
    ...text,
    classification: 'csv',
    library: 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
    parameters: { 'field.delim': '\t', 'serialization.format': '\t' },
  },
  parquet: {
    classification: 'parquet',
    inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
    outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
    library: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
    parameters: { 'serialization.format': '1' },
  },
  orc: {
    classification: 'orc',
    inputFormat: 'org.apache.hadoop.hive.ql.io.orc.OrcInputFormat',
    outputFormat: 'org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat',
    library: 'org.apache.hadoop.hive.ql.io.orc.OrcSerde',
    parameters: { 'serialization.format': '1' },
  },
  avro: {
    classification: 'avro',
    inputFormat: 'org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat',
    outputFormat: 'org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat',
    library: 'org.apache.hadoop.hive.serde2.avro.AvroSerDe',
    parameters: { 'serialization.format': '1' },
  },
};

/** A Glue table for a data set: its id in the letters that Glue and SQL take without quotes. */
export const tableName = (data: DataSet): string => data.id.toLowerCase().replace(/[^a-z0-9_]/g, '_');

export { glueColumns } from '../../kit/columns';
