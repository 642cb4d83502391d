import { defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { account, firehose, logs, onlyFor, region, removal, stackName } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, allowInterfaces, logGroup, neededFreshness, ownBucket } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { facts } from './facts';
import { service } from './service';

type FirehoseView = NodeView<typeof service>;

/** Where records go. A delivery stream has one destination; the first one offered is it. */
export type Destination =
  | { readonly type: 's3'; readonly bucket: Expression; readonly prefix: string; readonly key?: Expression | undefined }
  | { readonly type: 'http'; readonly name: string; readonly url: Code; readonly secret?: Expression | undefined }
  | { readonly type: 'redshift'; readonly url: Code; readonly table: string; readonly secretArn: Code }
  | { readonly type: 'opensearch'; readonly domainArn: Code; readonly index: string }
  | { readonly type: 'opensearch-serverless'; readonly url: Code; readonly index: string; readonly inside: boolean }
  | { readonly type: 'iceberg'; readonly catalogArn: Code; readonly database: Code; readonly table: Code };
export const destinationSlot = defineSlot<Destination>('destination');
/** A bucket beside the destination, for originals or for what could not be delivered. */
export const backupSlot = defineSlot<{ readonly bucket: Expression }>('backup');
/** The stream that is read, instead of records put directly. */
export const sourceSlot = defineSlot<
  { readonly streamArn: Code } | { readonly clusterArn: Code; readonly topic: string }
>('source');
/** A function that changes records in flight. */
export const transformSlot = defineSlot<{ readonly functionArn: Code }>('transform');
/** The table whose columns a conversion writes. */
export const schemaSlot = defineSlot<{ readonly database: string; readonly table: Expression }>('schema');
/** Keys of dynamic partitions: columns of the records. */
export const partitionsSlot = defineSlot<readonly string[]>('partitions');

/** Whoever offers `true` sends records without a line end: one is put after each, so that files hold one record a line. */
export const delimiterSlot = defineSlot<true>('delimiter');

/** Conversion to columns needs a schema; without one, records are delivered as they come. */
export const converts = (view: FirehoseView): boolean =>
  view.config.formatConversion !== 'none' && view.offered(schemaSlot).length > 0;
export const errorPrefix = (view: FirehoseView): string => view.config.errorPrefix ?? 'errors/';
export const sourcePrefix = 'source/';

const bufferMB = (view: FirehoseView): number => {
  const larger = converts(view) || partitionKeys(view).length > 0 ? facts.conversionBufferMinMB.value : 1;
  return Math.max(larger, view.config.bufferMB);
};
const partitionKeys = (view: FirehoseView): readonly string[] => {
  const { dynamicPartitioning, partitionKeys: declared } = view.config;
  if (!dynamicPartitioning) return [];
  return declared.length > 0 ? [...new Set(declared)] : (view.offered(partitionsSlot)[0] ?? []);
};

export const cdk = defineCdk(service, {
  assumedBy: { service: 'firehose.amazonaws.com', conditions: () => onlyFor() },
  waits: 'Stream',
  access: (view) => {
    const stream = view.part('Stream');
    const output = stream.tree.type === 'member' ? `${stream.tree.name}Arn` : view.id;
    return [
      {
        arn: stream.member('attrArn'),
        shown: `<${output}>`,
        output: { name: output, value: stream.member('attrArn') },
        via: 'role',
      },
    ];
  },
  emit: (block) => {
    const { config, encryption, title } = block;
    const [source] = block.offered(sourceSlot);
    const key = source ? undefined : block.key();
    const role = block.role();
    const group = logGroup(block, 'LogGroup');
    const logStream = block.construct('LogStream', logs.member('LogStream'), {
      logGroup: group,
      logStreamName: 'delivery',
      removalPolicy: removal(block.keepsData),
    });
    block.allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group.member('logGroupArn')] });
    const logging = {
      enabled: true,
      logGroupName: group.member('logGroupName'),
      logStreamName: logStream.member('logStreamName'),
    };
    const encrypted = !source && encryption !== 'none';
    const stream = block.construct('Stream', firehose.member('CfnDeliveryStream'), {
      deliveryStreamName: template(stackName, `-${block.id}`),
      deliveryStreamType: source ? ('clusterArn' in source ? 'MSKAsSource' : 'KinesisStreamAsSource') : 'DirectPut',
      kinesisStreamSourceConfiguration:
        source && 'streamArn' in source
          ? { kinesisStreamArn: source.streamArn, roleArn: role.member('roleArn') }
          : undefined,
      mskSourceConfiguration:
        source && 'clusterArn' in source
          ? {
              mskClusterArn: source.clusterArn,
              topicName: source.topic,
              authenticationConfiguration: { connectivity: 'PRIVATE', roleArn: role.member('roleArn') },
            }
          : undefined,
      deliveryStreamEncryptionConfigurationInput: encrypted
        ? key
          ? { keyType: 'CUSTOMER_MANAGED_CMK', keyArn: key.member('keyArn') }
          : { keyType: 'AWS_OWNED_CMK' }
        : undefined,
      ...destination(block, role, logging),
    });
    block.run(stream.member('node').method('addDependency', role));
    if (block.offered(sourceSlot).length > 1)
      block.leaveOut(
        'a delivery stream reads one source, the first of its edges: the others need streams of their own',
      );
    if (source)
      block.acknowledge(
        stream,
        'AwsSolutions-KDF1',
        'clusterArn' in source
          ? 'records come from an MSK cluster, which has its own encryption: AWS accepts no server-side encryption on the delivery stream then'
          : 'records come from a Kinesis data stream, which has its own encryption: AWS accepts no server-side encryption on the delivery stream then',
      );
    else if (!encrypted)
      block.acknowledge(stream, 'AwsSolutions-KDF1', `${title} is not encrypted in the design: its encryption is none`);
    if (config.formatConversion !== 'none' && !converts(block))
      block.leaveOut(
        `records are not converted to ${config.formatConversion}: no drawn catalog table has the columns of the data`,
      );
    if (config.transform !== undefined && block.offered(transformSlot).length === 0) {
      block.leaveOut(
        `records are not transformed: config.transform names ${config.transform}, and no edge leads to such a function`,
      );
    }
    if (config.dynamicPartitioning && partitionKeys(block).length === 0)
      block.leaveOut(
        'records are not partitioned by their values: no data set on the way names "partitionColumns" made of letters, digits and "_"',
      );

    const alarms = block.node.alarms ?? [];
    const dimensions = { DeliveryStreamName: stream.member('ref') };
    const { freshness, success } = metrics[block.offered(destinationSlot)[0]?.type ?? 's3'];
    if (freshness !== undefined && (alarms.includes('freshness') || alarms.includes('lag'))) {
      const seconds = neededFreshness(block) ?? config.bufferSeconds * 3;
      alarmOn(
        block,
        'Freshness',
        { namespace: 'AWS/Firehose', metricName: freshness, dimensions, statistic: 'Maximum', periodMinutes: 5 },
        {
          threshold: Math.max(1, seconds),
          above: true,
          description: `The oldest record waits for delivery longer than ${seconds} s`,
        },
      );
    }
    if (success !== undefined && alarms.includes('failure'))
      alarmOn(
        block,
        'Failure',
        { namespace: 'AWS/Firehose', metricName: success, dimensions, statistic: 'Minimum', periodMinutes: 5 },
        { threshold: 1, above: false, description: 'A delivery failed' },
      );
    alarmsWithout(block, [...(freshness ? ['freshness', 'lag'] : []), ...(success ? ['failure'] : [])]);
  },
});

/** What CloudWatch says of a delivery, by destination. A warehouse is loaded from a bucket: the way there has an age. */
const metrics: Readonly<Record<Destination['type'], { readonly freshness?: string; readonly success?: string }>> = {
  s3: { freshness: 'DeliveryToS3.DataFreshness', success: 'DeliveryToS3.Success' },
  http: { freshness: 'DeliveryToHttpEndpoint.DataFreshness', success: 'DeliveryToHttpEndpoint.Success' },
  redshift: { freshness: 'DeliveryToS3.DataFreshness', success: 'DeliveryToRedshift.Success' },
  opensearch: {
    freshness: 'DeliveryToAmazonOpenSearchService.DataFreshness',
    success: 'DeliveryToAmazonOpenSearchService.Success',
  },
  'opensearch-serverless': {
    freshness: 'DeliveryToAmazonOpenSearchServerless.DataFreshness',
    success: 'DeliveryToAmazonOpenSearchServerless.Success',
  },
  iceberg: {},
};

type Props = { readonly [key: string]: Code };

function destination(block: NodeBlock<typeof service>, role: Expression, logging: Props): Props {
  const [drawn] = block.offered(destinationSlot);
  if (drawn && drawn.type !== 's3') {
    onlyToBuckets(block);
    switch (drawn.type) {
      case 'http':
        return { httpEndpointDestinationConfiguration: toEndpoint(block, role, logging, drawn) };
      case 'redshift':
        return { redshiftDestinationConfiguration: toWarehouse(block, role, logging, drawn) };
      case 'opensearch':
        return { amazonopensearchserviceDestinationConfiguration: toDomain(block, role, logging, drawn) };
      case 'opensearch-serverless':
        return { amazonOpenSearchServerlessDestinationConfiguration: toCollection(block, role, logging, drawn) };
      case 'iceberg':
        return { icebergDestinationConfiguration: toTable(block, role, logging, drawn) };
    }
  }
  if (drawn) return { extendedS3DestinationConfiguration: toBucket(block, role, logging, drawn) };
  const bucket = ownBucket(block, 'Delivered', {
    expireDays: 30,
    unlogged: `no destination is drawn for ${block.title}: this bucket keeps its records until there is one`,
  });
  block.leaveOut('no destination is drawn: records go to a bucket of its own and expire after 30 days');
  allowDelivery(block, role, bucket);
  return { extendedS3DestinationConfiguration: toBucket(block, role, logging, { type: 's3', bucket, prefix: '' }) };
}

/** What delivery to a bucket of the stream's own needs. For buckets of the design, the edge grants it. */
export function allowDelivery(block: NodeBlock<typeof service>, role: Expression, bucket: Expression): void {
  if (block.roleIsDeclared) return;
  block.allow({
    actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
    resources: [bucket.member('bucketArn')],
  });
  block.allowOn(bucket, {
    principals: [role],
    actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
    resources: [bucket.method('arnForObjects', '*')],
  });
}

function toBucket(
  block: NodeBlock<typeof service>,
  role: Expression,
  logging: Props,
  to: Extract<Destination, { type: 's3' }>,
): Props {
  const { config } = block;
  const keys = partitionKeys(block);
  const conversion = converts(block);
  // The keys are those of the records as the function gives them back.
  const processors = [...transform(block), ...keyExtraction(keys), ...(conversion ? [] : delimiter(block))];
  const [backup] = block.offered(backupSlot);
  const hints = { intervalInSeconds: config.bufferSeconds, sizeInMBs: bufferMB(block) };
  return {
    bucketArn: to.bucket.member('bucketArn'),
    roleArn: role.member('roleArn'),
    prefix: to.prefix + keys.map((key) => `${key}=!{partitionKeyFromQuery:${key}}/`).join('') || undefined,
    errorOutputPrefix: errorPrefix(block),
    bufferingHints: hints,
    compressionFormat: conversion ? 'UNCOMPRESSED' : compressions[config.compression ?? 'none'],
    encryptionConfiguration: to.key
      ? { kmsEncryptionConfig: { awskmsKeyArn: to.key.member('keyArn') } }
      : { noEncryptionConfig: 'NoEncryption' },
    cloudWatchLoggingOptions: logging,
    dataFormatConversionConfiguration: conversion ? formatConversion(block, role) : { enabled: false },
    dynamicPartitioningConfiguration:
      keys.length > 0 ? { enabled: true, retryOptions: { durationInSeconds: config.retrySeconds } } : undefined,
    processingConfiguration: processors.length > 0 ? { enabled: true, processors } : { enabled: false },
    s3BackupMode: config.sourceBackup ? 'Enabled' : 'Disabled',
    s3BackupConfiguration: config.sourceBackup
      ? {
          bucketArn: (backup?.bucket ?? to.bucket).member('bucketArn'),
          roleArn: role.member('roleArn'),
          prefix: sourcePrefix,
          errorOutputPrefix: errorPrefix(block),
          bufferingHints: { intervalInSeconds: config.bufferSeconds, sizeInMBs: config.bufferMB },
          compressionFormat: 'GZIP',
          cloudWatchLoggingOptions: logging,
        }
      : undefined,
  };
}

const compressions: Readonly<Record<'none' | 'gzip' | 'zip' | 'snappy' | 'hadoop-snappy', string>> = {
  none: 'UNCOMPRESSED',
  gzip: 'GZIP',
  zip: 'ZIP',
  snappy: 'Snappy',
  'hadoop-snappy': 'HADOOP_SNAPPY',
};

/** What only a bucket can have: said once, whatever the destination. */
function onlyToBuckets(block: NodeBlock<typeof service>): void {
  const { dynamicPartitioning, formatConversion: conversion } = block.config;
  if (dynamicPartitioning) block.leaveOut('records are not partitioned: only deliveries to a bucket are');
  if (conversion !== 'none')
    block.leaveOut(`records are not converted to ${conversion}: only deliveries to a bucket are`);
}

interface Beside {
  readonly everything: boolean;
  readonly configuration: Code;
}

/** The bucket beside a destination: the drawn one, or one of the stream's own. */
function beside(block: NodeBlock<typeof service>, role: Expression, logging: Props): Beside {
  const { config } = block;
  const [drawn] = block.offered(backupSlot);
  const everything = config.backupMode === 'all' || config.sourceBackup;
  const bucket =
    drawn?.bucket ??
    ownBucket(block, 'Backup', {
      expireDays: 30,
      unlogged: `no backup bucket is drawn for ${block.title}: this one holds ${everything ? 'a copy of the records' : 'what could not be delivered'} for 30 days`,
    });
  if (!drawn) allowDelivery(block, role, bucket);
  return { everything, configuration: bucketConfiguration(block, role, logging, bucket, sourcePrefix) };
}

const bucketConfiguration = (
  block: NodeBlock<typeof service>,
  role: Expression,
  logging: Props,
  bucket: Expression,
  prefix: string,
): Code => ({
  bucketArn: bucket.member('bucketArn'),
  roleArn: role.member('roleArn'),
  prefix,
  errorOutputPrefix: errorPrefix(block),
  bufferingHints: { intervalInSeconds: block.config.bufferSeconds, sizeInMBs: block.config.bufferMB },
  compressionFormat: 'GZIP',
  cloudWatchLoggingOptions: logging,
});

function processing(block: NodeBlock<typeof service>): Code {
  const processors = transform(block);
  return processors.length > 0 ? { enabled: true, processors } : { enabled: false };
}

function toEndpoint(
  block: NodeBlock<typeof service>,
  role: Expression,
  logging: Props,
  to: Extract<Destination, { type: 'http' }>,
): Props {
  const { config } = block;
  const { everything, configuration } = beside(block, role, logging);
  const attributes = Object.entries(config.attributes).map(([attributeName, attributeValue]) => ({
    attributeName,
    attributeValue,
  }));
  return {
    endpointConfiguration: { name: to.name, url: to.url },
    roleArn: role.member('roleArn'),
    bufferingHints: {
      intervalInSeconds: config.bufferSeconds,
      sizeInMBs: Math.min(facts.bufferMaxMBBeside.value.http, config.bufferMB),
    },
    cloudWatchLoggingOptions: logging,
    requestConfiguration: {
      contentEncoding: config.contentEncoding,
      commonAttributes: attributes.length > 0 ? attributes : undefined,
    },
    processingConfiguration: processing(block),
    retryOptions: { durationInSeconds: config.retrySeconds },
    secretsManagerConfiguration: to.secret && {
      enabled: true,
      secretArn: to.secret.member('secretArn'),
      roleArn: role.member('roleArn'),
    },
    s3BackupMode: everything ? 'AllData' : 'FailedDataOnly',
    s3Configuration: configuration,
  };
}

/** Batches lie in a bucket of the stream's own until COPY has loaded them. */
function toWarehouse(
  block: NodeBlock<typeof service>,
  role: Expression,
  logging: Props,
  to: Extract<Destination, { type: 'redshift' }>,
): Props {
  const { config } = block;
  const staging = ownBucket(block, 'Staging', {
    expireDays: 7,
    unlogged: `holds batches of ${block.title} until the warehouse has loaded them, for a week at most`,
  });
  allowDelivery(block, role, staging);
  const [backup] = block.offered(backupSlot);
  const everything = config.backupMode === 'all' || config.sourceBackup;
  const copies = everything ? beside(block, role, logging).configuration : undefined;
  if (backup && !everything)
    block.leaveOut('no copies are kept in the backup bucket: config.backupMode asks for none of delivered records');
  return {
    clusterJdbcurl: to.url,
    roleArn: role.member('roleArn'),
    copyCommand: { dataTableName: to.table, copyOptions: config.copyOptions ?? "JSON 'auto' GZIP" },
    secretsManagerConfiguration: { enabled: true, secretArn: to.secretArn, roleArn: role.member('roleArn') },
    cloudWatchLoggingOptions: logging,
    processingConfiguration: processing(block),
    retryOptions: { durationInSeconds: config.retrySeconds },
    s3BackupMode: everything ? 'Enabled' : 'Disabled',
    s3BackupConfiguration: copies,
    s3Configuration: bucketConfiguration(block, role, logging, staging, 'staging/'),
  };
}

/** What documents need, whether a domain or a collection takes them. */
function documents(block: NodeBlock<typeof service>, role: Expression, logging: Props): Props {
  const { config } = block;
  const { everything, configuration } = beside(block, role, logging);
  return {
    roleArn: role.member('roleArn'),
    bufferingHints: {
      intervalInSeconds: config.bufferSeconds,
      sizeInMBs: Math.min(facts.bufferMaxMBBeside.value.opensearch, config.bufferMB),
    },
    cloudWatchLoggingOptions: logging,
    processingConfiguration: processing(block),
    retryOptions: { durationInSeconds: config.retrySeconds },
    s3BackupMode: everything ? 'AllDocuments' : 'FailedDocumentsOnly',
    s3Configuration: configuration,
  };
}

function toDomain(
  block: NodeBlock<typeof service>,
  role: Expression,
  logging: Props,
  to: Extract<Destination, { type: 'opensearch' }>,
): Props {
  return {
    domainArn: to.domainArn,
    indexName: block.config.indexName ?? to.index,
    indexRotationPeriod: block.config.indexRotation,
    documentIdOptions: { defaultDocumentIdFormat: 'FIREHOSE_DEFAULT' },
    vpcConfiguration: insideVpc(block, role),
    ...documents(block, role, logging),
  };
}

function toCollection(
  block: NodeBlock<typeof service>,
  role: Expression,
  logging: Props,
  to: Extract<Destination, { type: 'opensearch-serverless' }>,
): Props {
  return {
    collectionEndpoint: to.url,
    indexName: block.config.indexName ?? to.index,
    vpcConfiguration: to.inside ? insideVpc(block, role) : undefined,
    ...documents(block, role, logging),
  };
}

function toTable(
  block: NodeBlock<typeof service>,
  role: Expression,
  logging: Props,
  to: Extract<Destination, { type: 'iceberg' }>,
): Props {
  const { config } = block;
  const { everything, configuration } = beside(block, role, logging);
  return {
    roleArn: role.member('roleArn'),
    catalogConfiguration: { catalogArn: to.catalogArn },
    appendOnly: config.uniqueKeys.length === 0,
    destinationTableConfigurationList: [
      {
        destinationDatabaseName: to.database,
        destinationTableName: to.table,
        uniqueKeys: config.uniqueKeys.length > 0 ? config.uniqueKeys : undefined,
        s3ErrorOutputPrefix: errorPrefix(block) || undefined,
      },
    ],
    bufferingHints: { intervalInSeconds: config.bufferSeconds, sizeInMBs: config.bufferMB },
    cloudWatchLoggingOptions: logging,
    processingConfiguration: processing(block),
    retryOptions: { durationInSeconds: config.retrySeconds },
    s3BackupMode: everything ? 'AllData' : 'FailedDataOnly',
    s3Configuration: configuration,
  };
}

/** Interfaces in the VPC of the destination, which the delivery role makes. */
function insideVpc(block: NodeBlock<typeof service>, role: Expression): Code {
  const network = block.network();
  allowInterfaces(block);
  block.allow({
    actions: [
      'ec2:CreateNetworkInterfacePermission',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcAttribute',
      'ec2:DescribeVpcs',
    ],
    resources: ['*'],
  });
  return {
    roleArn: role.member('roleArn'),
    securityGroupIds: [block.securityGroup().member('securityGroupId')],
    subnetIds: network.subnetIds,
  };
}

function formatConversion(block: NodeBlock<typeof service>, role: Expression): Props {
  const { config } = block;
  const { database, table } = block.offered(schemaSlot)[0]!;
  const gzip = config.compression === 'gzip';
  return {
    enabled: true,
    inputFormatConfiguration: {
      deserializer: { openXJsonSerDe: { caseInsensitive: true, convertDotsInJsonKeysToUnderscores: false } },
    },
    outputFormatConfiguration: {
      serializer:
        config.formatConversion === 'orc'
          ? { orcSerDe: { compression: gzip ? 'ZLIB' : 'SNAPPY' } }
          : { parquetSerDe: { compression: gzip ? 'GZIP' : 'SNAPPY' } },
    },
    schemaConfiguration: {
      catalogId: account,
      region,
      databaseName: database,
      tableName: table.member('ref'),
      roleArn: role.member('roleArn'),
      versionId: 'LATEST',
    },
  };
}

function transform(block: NodeBlock<typeof service>): Code[] {
  return block
    .offered(transformSlot)
    .slice(0, 1)
    .map(({ functionArn }) => ({
      type: 'Lambda',
      parameters: [
        { parameterName: 'LambdaArn', parameterValue: functionArn },
        { parameterName: 'BufferSizeInMBs', parameterValue: '1' },
        { parameterName: 'BufferIntervalInSeconds', parameterValue: '60' },
        { parameterName: 'NumberOfRetries', parameterValue: '3' },
      ],
    }));
}

function delimiter(block: NodeBlock<typeof service>): Code[] {
  if (block.offered(delimiterSlot).length === 0) return [];
  return [
    {
      type: 'AppendDelimiterToRecord',
      parameters: [{ parameterName: 'Delimiter', parameterValue: '\\n' }],
    },
  ];
}

function keyExtraction(keys: readonly string[]): Code[] {
  if (keys.length === 0) return [];
  return [
    {
      type: 'MetadataExtraction',
      parameters: [
        {
          parameterName: 'MetadataExtractionQuery',
          parameterValue: `{${keys.map((key) => `${key}: .${key}`).join(', ')}}`,
        },
        { parameterName: 'JsonParsingEngine', parameterValue: 'JQ-1.6' },
      ],
    },
  ];
}
