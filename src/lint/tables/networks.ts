import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const networks = defineFacts({
  /** Kinds that are reached by a connection into their VPC, not by a call of an AWS API. */
  connected: {
    value: [
      'rds',
      'aurora',
      'documentdb',
      'neptune',
      'elasticache',
      'timestream-influxdb',
      'msk',
      'opensearch',
      'source.database',
      'source.kafka',
    ],
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html',
    checked,
  },
  /** Warehouses: drivers connect to them, while functions and services call an API. */
  warehouses: {
    value: ['redshift', 'redshift-serverless'],
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/configuring-connections.html',
    checked,
  },
  /** Kinds that open such connections themselves; and those of them that use drivers on a warehouse. */
  callers: {
    value: [
      'lambda',
      'glue-job',
      'glue-databrew',
      'quicksight',
      'managed-flink',
      'emr-ec2',
      'emr-serverless',
      'emr-eks',
      'dms',
      'msk-connect',
      'sagemaker',
      'source.app',
      'source.web',
      'app-consumer',
    ],
    source: 'https://docs.aws.amazon.com/glue/latest/dg/glue-connections.html',
    checked,
  },
  driverUsers: {
    value: ['quicksight', 'app-consumer', 'source.app'],
    source: 'https://docs.aws.amazon.com/quicksuite/latest/userguide/working-with-aws-vpc.html',
    checked,
  },
  /** Pairs, as `<from> <to>`, that AWS joins through network interfaces it makes itself. */
  joinedByService: {
    value: ['msk lambda', 'documentdb lambda'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html',
    checked,
  },
});
