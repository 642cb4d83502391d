import { defineFacts } from '../../kit/facts';
import type { Retirement } from '../../kit/service';
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
  /** Releases of EMR whose dates were read, oldest first; a release between two of them ends no later than the newer. */
  emrReleases: {
    value: [
      { label: 'emr-7.3.0', standardUntil: '2026-10-15', ends: '2027-10-16' },
      { label: 'emr-7.4.0', standardUntil: '2026-11-12', ends: '2027-11-13' },
      { label: 'emr-7.5.0', standardUntil: '2026-11-20', ends: '2027-11-21' },
      { label: 'emr-7.9.0', standardUntil: '2027-05-19', ends: '2028-05-19' },
      { label: 'emr-7.10.0', standardUntil: '2027-08-15', ends: '2028-08-15' },
      { label: 'emr-7.13.0', standardUntil: '2028-04-21', ends: '2029-04-21' },
      { label: 'emr-7.14.0', standardUntil: '2028-09-08', ends: '2029-09-08' },
    ],
    source: 'https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-standard-support.html',
    checked: '2026-11-30',
  },
});

const sagemakerClosed = {
  status: 'closed to new accounts',
  since: '2026-07-30',
  heirs: [],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-availability-change.html',
} as const;

/** Features of services that are no longer offered: the field that switches each on, and its value. */
export const retiredFeatures: readonly {
  readonly kind: string;
  readonly field: string;
  readonly value: string;
  readonly name: string;
  readonly retired: Retirement;
}[] = [
  {
    kind: 'glue-job',
    field: 'jobType',
    value: 'ray',
    name: 'AWS Glue for Ray',
    retired: {
      status: 'closed to new accounts',
      since: '2026-04-30',
      instead: 'Ray on EKS, or Spark',
      heirs: [],
      source: 'https://docs.aws.amazon.com/glue/latest/dg/awsglue-ray-jobs-availability-change.html',
    },
  },
  {
    kind: 'sagemaker',
    field: 'feature',
    value: 'ground-truth',
    name: 'SageMaker Ground Truth',
    retired: { ...sagemakerClosed, instead: 'labelling by a partner or with open source' },
  },
  {
    kind: 'sagemaker',
    field: 'feature',
    value: 'clarify',
    name: 'SageMaker Clarify',
    retired: { ...sagemakerClosed, instead: 'MLflow and Evidently, or evaluations in Bedrock' },
  },
  {
    kind: 'sagemaker',
    field: 'feature',
    value: 'model-monitor',
    name: 'SageMaker Model Monitor',
    retired: { ...sagemakerClosed, instead: 'MLflow and Evidently' },
  },
  {
    kind: 'sagemaker',
    field: 'feature',
    value: 'a2i',
    name: 'Amazon Augmented AI',
    retired: { ...sagemakerClosed, instead: 'review by a partner or with open source' },
  },
];

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
