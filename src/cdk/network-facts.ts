import { defineFacts } from '../kit/facts';

const checked = '2026-11-26';
const endpoints = 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html';

export const facts = defineFacts({
  /** Address range of a VPC of which the design says none, and of each of its subnets. */
  cidr: {
    value: '10.0.0.0/16',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
    checked,
  },
  subnetMask: {
    value: 20,
    unit: 'bit',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    checked,
  },
  /** Zones of a VPC of which the design says nothing: as many as the stores of AWS replicate over. */
  zones: {
    value: { usual: 3, least: 2, most: 3 },
    source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html',
    checked,
  },
  /** Regions that show two zones to new accounts. */
  twoZoneRegions: {
    value: ['us-west-1'],
    source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html',
    checked,
  },
  /**
   * Interface endpoints (`ec2.InterfaceVpcEndpointAwsService`) by the prefix of the actions that are called through them.
   * Those under other names are made for who asks: nearly every role may write logs.
   */
  interfaceEndpoints: {
    value: {
      airflow: 'AIRFLOW_API',
      'airflow-env': 'AIRFLOW_ENV',
      'airflow-ops': 'AIRFLOW_OPS',
      athena: 'ATHENA',
      dms: 'DATABASE_MIGRATION_SERVICE',
      'ecr-api': 'ECR',
      'ecr-images': 'ECR_DOCKER',
      elasticmapreduce: 'EMR',
      events: 'EVENTBRIDGE',
      firehose: 'KINESIS_FIREHOSE',
      glue: 'GLUE',
      keys: 'KMS',
      kinesis: 'KINESIS_STREAMS',
      lakeformation: 'LAKE_FORMATION',
      lambda: 'LAMBDA',
      pipes: 'PIPES_DATA',
      'log-events': 'CLOUDWATCH_LOGS',
      metrics: 'CLOUDWATCH_MONITORING',
      redshift: 'REDSHIFT',
      s3tables: 'S3_TABLES',
      'redshift-data': 'REDSHIFT_DATA',
      'redshift-serverless': 'REDSHIFT_SERVERLESS',
      sagemaker: 'SAGEMAKER_RUNTIME',
      secretsmanager: 'SECRETS_MANAGER',
      sns: 'SNS',
      sqs: 'SQS',
      states: 'STEP_FUNCTIONS',
      sts: 'STS',
    },
    source: endpoints,
    checked,
  },
});
