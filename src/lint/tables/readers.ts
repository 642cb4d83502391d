import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const readers = defineFacts({
  /** Codecs around text files that a reader understands, besides none. */
  textCodecs: {
    value: {
      athena: ['gzip', 'bzip2', 'snappy', 'zstd', 'lz4', 'lzo', 'deflate'],
      redshift: ['gzip', 'lzo', 'bzip2', 'zstd'],
      'redshift-serverless': ['gzip', 'lzo', 'bzip2', 'zstd'],
      'redshift-spectrum': ['gzip', 'bzip2', 'snappy'],
      'glue-job': ['gzip', 'bzip2', 'snappy', 'zstd', 'lz4'],
      'glue-crawler': ['gzip', 'bzip2', 'snappy', 'zstd', 'lz4'],
      'emr-ec2': ['gzip', 'bzip2', 'snappy', 'zstd', 'lz4', 'lzo', 'deflate'],
      'emr-serverless': ['gzip', 'bzip2', 'snappy', 'zstd', 'lz4'],
      quicksight: ['gzip'],
    },
    source: 'https://docs.aws.amazon.com/athena/latest/ug/compression-formats.html',
    checked,
  },
  /** Formats of files that a reader understands. */
  fileFormats: {
    value: {
      athena: ['csv', 'tsv', 'json', 'jsonl', 'text-log', 'avro', 'parquet', 'orc', 'iceberg', 'hudi', 'delta'],
      redshift: ['csv', 'tsv', 'json', 'jsonl', 'text-log', 'avro', 'parquet', 'orc'],
      'redshift-serverless': ['csv', 'tsv', 'json', 'jsonl', 'text-log', 'avro', 'parquet', 'orc'],
      'redshift-spectrum': [
        'csv',
        'tsv',
        'json',
        'jsonl',
        'text-log',
        'avro',
        'parquet',
        'orc',
        'iceberg',
        'hudi',
        'delta',
      ],
      quicksight: ['csv', 'tsv', 'json', 'jsonl', 'text-log'],
    },
    source: 'https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html',
    checked,
  },
  /** What a delivery stream turns into columns, and what it hands to a search index: documents. */
  documents: {
    value: ['json', 'jsonl'],
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html',
    checked,
  },
  /** Containers of several files: no engine reads through them. */
  containers: {
    value: ['zip', 'tar'],
    source: 'https://docs.aws.amazon.com/athena/latest/ug/compression-formats.html',
    checked,
  },
  /** Conversion to columns compresses inside the file: a codec on top is refused. */
  conversionCodec: {
    value: 'none',
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html',
    checked,
  },
});
