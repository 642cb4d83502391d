import { type Code, type Expression, imported, module, template } from './code';

/** The modules of the CDK under the names that the generated code gives them, and what emitters often say with them. */
export const core = module('aws-cdk-lib', 'cdk');
export const Construct = imported('constructs', 'Construct');
const aws = (name: string, as: string): Expression => module(`aws-cdk-lib/aws-${name}`, as);

export const apigateway = aws('apigateway', 'apigateway');
export const athena = aws('athena', 'athena');
export const cloudfront = aws('cloudfront', 'cloudfront');
export const cloudfrontOrigins = aws('cloudfront-origins', 'origins');
export const cloudtrail = aws('cloudtrail', 'cloudtrail');
export const cloudwatch = aws('cloudwatch', 'cloudwatch');
export const cloudwatchActions = aws('cloudwatch-actions', 'actions');
export const events = aws('events', 'events');
export const eventTargets = aws('events-targets', 'targets');
export const glue = aws('glue', 'glue');
export const iam = aws('iam', 'iam');
export const kinesis = aws('kinesis', 'kinesis');
export const firehose = aws('kinesisfirehose', 'firehose');
export const kms = aws('kms', 'kms');
export const lambda = aws('lambda', 'lambda');
export const lambdaEventSources = aws('lambda-event-sources', 'eventsources');
export const logs = aws('logs', 'logs');
export const logDestinations = aws('logs-destinations', 'destinations');
export const quicksight = aws('quicksight', 'quicksight');
export const s3 = aws('s3', 's3');
export const secretsmanager = aws('secretsmanager', 'secretsmanager');
export const sqs = aws('sqs', 'sqs');
export const wafv2 = aws('wafv2', 'wafv2');
export const appflow = aws('appflow', 'appflow');
export const cassandra = aws('cassandra', 'cassandra');
export const databrew = aws('databrew', 'databrew');
export const dataexchange = aws('dataexchange', 'dataexchange');
export const datasync = aws('datasync', 'datasync');
export const dms = aws('dms', 'dms');
export const docdb = aws('docdb', 'docdb');
export const dynamodb = aws('dynamodb', 'dynamodb');
export const ec2 = aws('ec2', 'ec2');
export const efs = aws('efs', 'efs');
export const eks = aws('eks', 'eks');
export const elasticache = aws('elasticache', 'elasticache');
export const emr = aws('emr', 'emr');
export const emrcontainers = aws('emrcontainers', 'emrcontainers');
export const emrserverless = aws('emrserverless', 'emrserverless');
export const fsx = aws('fsx', 'fsx');
export const iot = aws('iot', 'iot');
export const kafkaconnect = aws('kafkaconnect', 'kafkaconnect');
export const kinesisAnalytics = aws('kinesisanalyticsv2', 'flink');
export const kinesisvideo = aws('kinesisvideo', 'kinesisvideo');
export const lakeformation = aws('lakeformation', 'lakeformation');
export const macie = aws('macie', 'macie');
export const msk = aws('msk', 'msk');
export const mwaa = aws('mwaa', 'mwaa');
export const neptune = aws('neptune', 'neptune');
export const opensearchserverless = aws('opensearchserverless', 'aoss');
export const opensearchservice = aws('opensearchservice', 'opensearch');
export const osis = aws('osis', 'osis');
export const pipes = aws('pipes', 'pipes');
export const rds = aws('rds', 'rds');
export const redshift = aws('redshift', 'redshift');
export const redshiftserverless = aws('redshiftserverless', 'redshiftserverless');
export const s3Assets = aws('s3-assets', 's3assets');
export const s3express = aws('s3express', 's3express');
export const s3tables = aws('s3tables', 's3tables');
export const sagemaker = aws('sagemaker', 'sagemaker');
export const scheduler = aws('scheduler', 'scheduler');
export const sns = aws('sns', 'sns');
export const snsSubscriptions = aws('sns-subscriptions', 'subscriptions');
export const stepfunctions = aws('stepfunctions', 'sfn');
export const stepfunctionsTasks = aws('stepfunctions-tasks', 'tasks');
export const timestream = aws('timestream', 'timestream');
export const transfer = aws('transfer', 'transfer');

const pseudo = core.member('Aws');
/** Values of the deployment. Always by pseudo parameter: the text of an ARN must not depend on how the app is started. */
export const partition = pseudo.member('PARTITION');
export const region = pseudo.member('REGION');
export const account = pseudo.member('ACCOUNT_ID');
export const stackName = pseudo.member('STACK_NAME');
export const urlSuffix = pseudo.member('URL_SUFFIX');

/** `arn:<partition>:<service>:<region>:<account>:<resource>` in the region and the account of the stack. */
export function arn(service: string, ...resource: readonly (string | Expression)[]): Expression {
  return template('arn:', partition, `:${service}:`, region, ':', account, ':', ...resource);
}

export const duration = (unit: 'seconds' | 'minutes' | 'hours' | 'days', amount: number): Expression =>
  core.member('Duration').method(unit, amount);

export const removal = (keeps: boolean): Expression =>
  core.member('RemovalPolicy').member(keeps ? 'RETAIN' : 'DESTROY');

export const servicePrincipal = (service: string, conditions?: Code): Expression =>
  iam.member('ServicePrincipal').new(service, conditions === undefined ? undefined : { conditions });

/** Conditions that keep a service from acting for somebody else's account. */
export function onlyFor(sourceArn?: Code): { readonly [key: string]: Code } {
  return {
    StringEquals: { 'aws:SourceAccount': account },
    ...(sourceArn !== undefined && { ArnLike: { 'aws:SourceArn': sourceArn } }),
  };
}

export function statement(value: {
  readonly actions: readonly string[];
  readonly resources: readonly Code[];
  readonly principals?: readonly Code[];
  readonly conditions?: Code;
}): Expression {
  return iam.member('PolicyStatement').new({
    ...(value.principals && { principals: value.principals }),
    actions: value.actions,
    resources: value.resources,
    conditions: value.conditions,
  });
}

/** A text by its value, as an expression. */
export function pick<K extends string>(value: K, choices: Readonly<Record<K, Code>>): Code {
  return choices[value];
}
