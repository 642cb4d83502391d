import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'no-direct-way',
  summary: 'Pairs that people try and that do not work, with the way round.',
  pairs: [
    {
      from: 'source.app',
      to: 'quicksight',
      way: 'refused',
      pattern: 'upload is manual; store the file in S3 first',
      intermediates: ['s3'],
    },
    {
      from: 'kinesis-data-streams',
      to: 's3',
      way: 'refused',
      pattern: 'Firehose, Flink or Lambda in between',
      intermediates: ['firehose', 'lambda'],
    },
    {
      from: 'kinesis-data-streams',
      to: 'athena',
      way: 'refused',
      pattern: 'store in S3 first',
      intermediates: ['firehose'],
    },
    {
      from: 'kinesis-data-streams',
      to: 'quicksight',
      way: 'refused',
      pattern: 'store first; for live views use OpenSearch',
      intermediates: ['firehose'],
    },
    {
      from: 'firehose',
      to: 'kinesis-data-streams',
      way: 'refused',
      pattern: 'the other way round',
    },
    {
      from: 'firehose',
      to: 'quicksight',
      way: 'refused',
      pattern: 'S3 with Athena, or OpenSearch',
      intermediates: ['s3'],
    },
    {
      from: 'quicksight',
      to: 's3',
      way: 'refused',
      pattern: 'a dashboard is an end; export from the query engine',
    },
  ],
});
