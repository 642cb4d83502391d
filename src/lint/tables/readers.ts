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
