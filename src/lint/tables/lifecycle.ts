import { defineFacts } from '../../kit/facts';
import { facts as lambda } from '../../services/lambda/facts';

const checked = '2026-11-20';

export const lifecycle = defineFacts({
  /** Old names by kind, longest first; the current one is the last part of the pair. */
  renamed: {
    value: [
      {
        kind: 'firehose',
        old: ['Amazon Kinesis Data Firehose', 'Kinesis Data Firehose', 'Kinesis Firehose'],
        now: 'Amazon Data Firehose',
      },
      {
        kind: 'managed-flink',
        old: [
          'Amazon Kinesis Data Analytics for Apache Flink',
          'Kinesis Data Analytics for Apache Flink',
          'Kinesis Data Analytics',
        ],
        now: 'Managed Service for Apache Flink',
      },
      {
        kind: 'opensearch',
        old: ['Amazon Elasticsearch Service', 'Elasticsearch Service', 'Elasticsearch'],
        now: 'Amazon OpenSearch Service',
      },
      { kind: 'opensearch', old: ['Kibana'], now: 'OpenSearch Dashboards' },
      { kind: 'quicksight', old: ['Amazon QuickSight', 'QuickSight Q', 'QuickSight'], now: 'Amazon Quick Sight' },
      { kind: 'sagemaker', old: ['Amazon SageMaker'], now: 'Amazon SageMaker AI' },
      { kind: 'eventbridge', old: ['Amazon CloudWatch Events', 'CloudWatch Events'], now: 'Amazon EventBridge' },
    ],
    source: 'https://docs.aws.amazon.com/whitepapers/latest/aws-overview/analytics.html',
    checked,
  },
  s3Select: {
    value: { closedToNewAccounts: '2024-07-25' },
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/selecting-content-from-objects.html',
    checked,
  },
  governedTables: {
    value: { ended: '2024-12-31' },
    source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/governed-tables.html',
    checked,
  },
});

/** Days on which versions leave support, by kind: the field that names them, and the versions of one family in order of age. */
export const supportEnds: Readonly<
  Record<
    string,
    {
      readonly field: string;
      readonly ends: Readonly<Record<string, string>>;
      readonly newest: readonly string[];
      /** Days after that one on which nothing new is created on the version: the design no longer deploys. */
      readonly refusedAfterDays: number;
      readonly source: string;
    }
  >
> = {
  lambda: {
    field: 'version',
    ends: lambda.runtimeSupportEnds.value,
    newest: Object.values(lambda.newestRuntimes.value),
    refusedAfterDays: lambda.runtimeRefusedAfterDays.value,
    source: lambda.runtimeSupportEnds.source,
  },
};
