import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const dms = 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Introduction.Sources.html';

/** Which purpose-built service reads which source. */
export const ingestion = defineFacts({
  /** The service that is made for a source, in the order of the words; the first kind can take the place of a wrong one. */
  bySource: {
    value: {
      'source.saas': { kind: 'appflow', words: 'Amazon AppFlow' },
      'source.database': { kind: 'dms', words: 'AWS DMS' },
      'source.files': { kind: 'datasync', words: 'AWS DataSync, or Transfer Family for partners' },
      'source.third-party': { kind: 'data-exchange', words: 'AWS Data Exchange' },
      'source.iot-device': { kind: 'iot-core', words: 'AWS IoT Core' },
      'source.web': { kind: 'api-gateway', words: 'API Gateway before Firehose or Kinesis' },
      'source.video': { kind: 'kinesis-video-streams', words: 'Kinesis Video Streams' },
      'source.kafka': { kind: 'msk', words: 'Amazon MSK' },
      'source.app': { kind: undefined, words: 'the SDK of a stream, a queue or a store' },
      aurora: { kind: 'dms', words: 'AWS DMS' },
      rds: { kind: 'dms', words: 'AWS DMS' },
      documentdb: { kind: 'dms', words: 'AWS DMS' },
      dynamodb: { kind: undefined, words: 'an export to S3, its stream, or zero-ETL' },
      efs: { kind: 'datasync', words: 'AWS DataSync' },
      fsx: { kind: 'datasync', words: 'AWS DataSync' },
      s3: { kind: 'datasync', words: 'AWS DataSync' },
    },
    source:
      'https://docs.aws.amazon.com/whitepapers/latest/aws-serverless-data-analytics-pipeline/logical-architecture-of-modern-data-lake-centric-analytics-platforms.html',
    checked,
  },
  /** Kinds that a purpose-built service reads. DMS reads databases and files in S3. */
  reads: {
    value: {
      appflow: ['source.saas', 's3'],
      dms: ['source.database', 'aurora', 'rds', 'documentdb', 's3'],
      datasync: ['source.files', 's3', 'efs', 'fsx'],
      // A provider publishes with it what a subscriber reads.
      'data-exchange': ['source.third-party', 's3', 'redshift', 'redshift-serverless', 'api-gateway'],
    },
    source: dms,
    checked,
  },
  /** What else AppFlow opens besides SaaS applications. */
  flowDatabases: {
    value: ['source.database', 'aurora', 'rds'],
    source: 'https://docs.aws.amazon.com/appflow/latest/userguide/connectors-jdbc.html',
    checked,
  },
  /** Protocols by which the file services read; a share that says nothing may be any of them. */
  fileProtocols: {
    value: ['nfs', 'smb', 'sftp'],
    source: 'https://docs.aws.amazon.com/datasync/latest/userguide/working-with-locations.html',
    checked,
  },
});
