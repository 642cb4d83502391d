import { defineCdkConnection, type EdgeBlock, type EdgeView, reachSlot, viewAs } from '../../kit/cdk';
import { changeLogSlot } from '../../kit/cdk-database';
import { events, eventTargets, region, s3 } from '../../kit/cdk-modules';
import { l1Of } from '../../kit/cdk-parts';
import type { Code } from '../../kit/code';
import { changesSlot } from '../../services/dynamodb/cdk';
import { clientPort, clusterArn, groupName, topicsOf } from '../../services/msk/cdk';
import { indexName } from '../../services/opensearch/cdk';
import {
  exportsBucket,
  exportsSlot,
  noticesQueue,
  noticesSlot,
  pipelineSinkSlot,
  pipelineSourceSlot,
  s3SinkPlugin,
} from '../../services/opensearch-ingestion/cdk';
import { service as pipelineService } from '../../services/opensearch-ingestion/service';
import { collectionName } from '../../services/opensearch-serverless/cdk';
import { edgeFolder } from '../lake-layout';
import { admitClient, isSearch, offerClient, searchUrl } from '../search-clients';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, edge, design, offer } = view;
    if (to.kind !== 'opensearch-ingestion') {
      offer(from, pipelineSinkSlot, { edge: edge.id, plugin: sinkOf(view) });
      if (isSearch(to)) offerClient(view, from, to);
      return;
    }
    if (exporting.has(from.kind)) offer(to, exportsSlot, true);
    if (from.kind === 'dynamodb') offer(from, changesSlot, edge.id);
    if (from.kind === 'aurora') offer(from, changeLogSlot, edge.id);
    if (from.kind === 's3') offer(to, noticesSlot, true);
    if (from.kind === 'msk' || design.endpoint(from)) offer(to, reachSlot, from);
    offer(to, pipelineSourceSlot, { edge: edge.id, ...sourceOf(view) });
  },
  emit: (block) => {
    const { design, from, to } = block;
    if (to.kind !== 'opensearch-ingestion') {
      block.grant({ prefixes: to.kind === 's3' ? [edgeFolder(block, to, '')] : undefined });
      if (isSearch(to)) admitClient(block, from, to, true);
      return;
    }
    block.grant({ prefixes: from.kind === 's3' ? [edgeFolder(block, from, '')] : undefined });
    if (from.kind === 'msk') {
      block.advise(
        `Let OpenSearch Ingestion connect to ${from.id}: switch multi-VPC connectivity on, and name osis-pipelines.amazonaws.com and osis.amazonaws.com in the policy of the cluster.`,
      );
      return block.connect(to, from, clientPort);
    }
    const endpoint = design.endpoint(from);
    if (endpoint) block.connect(to, from, endpoint.port);
    if (from.kind === 's3') tellOfObjects(block);
    if (from.kind === 'dynamodb') needs(block, 'point-in-time recovery (config.pitr)');
    if (from.kind === 'documentdb') needs(block, 'change streams on the collections');
  },
});

const exporting: ReadonlySet<string> = new Set(['dynamodb', 'aurora', 'documentdb']);

const needs = ({ advise, from, to }: EdgeBlock, what: string): void =>
  advise(`${to.id} reads ${from.id} by an export and its changes: that needs ${what}.`);

function sinkOf(view: EdgeView): Code {
  const { to, data } = view;
  const index = indexName(data[0]?.id ?? to.id);
  if (to.kind === 's3') return s3SinkPlugin(to.part('Bucket').member('bucketName'), edgeFolder(view, to, ''));
  const opensearch = (host: Code, more: { readonly [key: string]: Code }): Code => ({
    opensearch: { hosts: [host], index, aws: { region, ...more } },
  });
  if (to.kind === 'opensearch') return opensearch(searchUrl(to), { serverless: false });
  return opensearch(searchUrl(to), {
    serverless: true,
    serverless_options: { network_policy_name: collectionName(to) },
  });
}

function sourceOf(view: EdgeView): { readonly plugin: Code; readonly extension?: Code } {
  const { design, from, to, data } = view;
  const start = viewAs(to, pipelineService)!.config.startFrom;
  const codec = data[0]?.format === 'csv' ? { csv: {} } : data[0]?.format === 'json' ? { json: {} } : { ndjson: {} };
  switch (from.kind) {
    case 'kinesis-data-streams':
      return {
        plugin: {
          kinesis: {
            acknowledgments: true,
            streams: [{ stream_name: from.part('Stream').member('streamName'), initial_position: start }],
            codec: { ndjson: {} },
            aws: { region },
          },
        },
      };
    case 'msk':
      return {
        plugin: {
          kafka: {
            acknowledgments: true,
            topics: topicsOf(data, from).map((topic) => ({
              name: topic,
              group_id: groupName(to),
              auto_offset_reset: start.toLowerCase(),
              serde_format: 'json',
            })),
            encryption: { type: 'ssl' },
            authentication: { sasl: { aws_msk_iam: 'role' } },
            aws: { region, msk: { arn: clusterArn(from) } },
          },
        },
      };
    case 's3':
      return {
        plugin: {
          s3: {
            acknowledgments: true,
            notification_type: 'sqs',
            notification_source: 'eventbridge',
            sqs: { queue_url: noticesQueue(to).member('queueUrl') },
            compression: data[0]?.codec === 'gzip' ? 'gzip' : 'none',
            codec,
            aws: { region },
          },
        },
      };
    case 'dynamodb':
      return {
        plugin: {
          dynamodb: {
            acknowledgments: true,
            tables: [
              {
                table_arn: design.access(from, 'dynamodb:DescribeTable')[0]?.arn,
                stream: { start_position: 'LATEST' },
                export: { s3_bucket: exportsBucket(to).member('bucketName'), s3_region: region, s3_prefix: 'exports/' },
              },
            ],
            aws: { region },
          },
        },
      };
    default:
      return databaseSource(view);
  }
}

/** A database that is exported first and followed by its change log; credentials stay in their secret. */
function databaseSource({ design, from, to, data }: EdgeView): { readonly plugin: Code; readonly extension?: Code } {
  const endpoint = design.endpoint(from);
  const secret = endpoint?.secretArn;
  const extension = secret === undefined ? undefined : { aws: { secrets: { source: { secret_id: secret, region } } } };
  const authentication = { username: secretField('username'), password: secretField('password') };
  const bucket = exportsBucket(to).member('bucketName');
  if (from.kind === 'documentdb')
    return {
      extension,
      plugin: {
        documentdb: {
          acknowledgments: true,
          host: endpoint?.host,
          port: String(endpoint?.port ?? 27017),
          authentication,
          collections: data.map((set) => ({
            collection: `${endpoint?.database ?? 'default'}.${set.id}`,
            export: true,
            stream: true,
          })),
          s3_bucket: bucket,
          s3_region: region,
          s3_prefix: 'exports/',
          aws: { region },
        },
      },
    };
  return {
    extension,
    plugin: {
      rds: {
        db_identifier: identifierOf(from),
        engine: endpoint?.engine === 'mysql' ? 'aurora-mysql' : 'aurora-postgresql',
        database: endpoint?.database,
        ...(data.length > 0 && { tables: { include: data.map(({ id }) => id) } }),
        s3_bucket: bucket,
        s3_region: region,
        s3_prefix: 'exports/',
        export: true,
        stream: true,
        tls: { insecure: false },
        authentication,
        aws: { region },
      },
    },
  };
}

/** What the service puts in place of it when the pipeline starts. */
const secretField = (field: string): string => ['$', '{{aws_secrets:source:', field, '}}'].join('');
const identifierOf = (from: EdgeView['from']): Code => from.part('Cluster').member('ref');

/** New objects reach the pipeline by EventBridge and a queue of its own. */
function tellOfObjects(block: EdgeBlock): void {
  const { from, to, edge } = block;
  const bucket = from.part('Bucket');
  block.run(
    l1Of(bucket, s3.member('CfnBucket')).method(
      'addPropertyOverride',
      'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
      true,
    ),
  );
  const prefix = edgeFolder(block, block.from, '');
  block.construct(from, 'Rule', events.member('Rule'), {
    description: `New objects of ${from.id}, for edge ${edge.id}`,
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [bucket.member('bucketName')] },
        ...(prefix !== '' && { object: { key: [{ prefix }] } }),
      },
    },
    targets: [eventTargets.member('SqsQueue').new(noticesQueue(to))],
  });
}

/** Where the records lie or go in the bucket at either end. */
