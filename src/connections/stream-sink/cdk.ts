import { defineCdkConnection, type EdgeBlock, type EdgeView, reachSlot } from '../../kit/cdk';
import { region } from '../../kit/cdk-modules';
import { type Code, template } from '../../kit/code';
import { type FlinkTable, tableSlot } from '../../services/managed-flink/cdk';
import { indexName } from '../../services/opensearch/cdk';
import { edgeFolder } from '../lake-layout';
import { admitClient, isSearch, offerClient, searchUrl } from '../search-clients';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, edge, data, design, offer } = view;
    offer(from, tableSlot, { edge: edge.id, way: 'sink', data: data[0], ...tableOf(view) });
    if (isSearch(to)) offerClient(view, from, to);
    if (design.endpoint(to)) offer(from, reachSlot, to);
  },
  emit: (block) => {
    const { design, from, to } = block;
    block.grant({ prefixes: to.kind === 's3' ? [edgeFolder(block, to)] : undefined });
    if (isSearch(to)) admitClient(block, from, to, true);
    const endpoint = design.endpoint(to);
    if (endpoint) block.connect(from, to, endpoint.port);
    if (!builtIn.has(to.kind))
      block.leaveOut(
        `the application is told where ${to.title} is and may write there: the writing itself is code of yours in flink/${from.id}/main.py`,
      );
  },
});

/** Sinks that `main.py` makes tables of. */
const builtIn: ReadonlySet<string> = new Set(['kinesis-data-streams', 'firehose', 's3', 'dynamodb']);

function tableOf(view: EdgeView | EdgeBlock): Pick<FlinkTable, 'connector' | 'properties'> {
  const { to, data, design } = view;
  const index = indexName(data[0]?.id ?? to.id);
  switch (to.kind) {
    case 'kinesis-data-streams':
      return {
        connector: 'kinesis',
        properties: { 'stream.arn': to.part('Stream').member('streamArn'), 'aws.region': region },
      };
    case 'firehose':
      return {
        connector: 'firehose',
        properties: { 'delivery.stream': to.part('Stream').member('ref'), 'aws.region': region },
      };
    case 's3':
      return {
        connector: 'filesystem',
        properties: { path: template('s3a://', to.part('Bucket').member('bucketName'), `/${edgeFolder(view, to)}`) },
      };
    case 'dynamodb':
      return {
        connector: 'dynamodb',
        properties: { 'table.name': to.part('Table').member('tableName'), 'aws.region': region },
      };
    case 'opensearch':
    case 'opensearch-serverless':
      return { connector: 'opensearch', properties: { hosts: searchUrl(to), index } };
    default: {
      const endpoint = design.endpoint(to);
      if (endpoint) return { connector: endpoint.engine, properties: endpointProperties(endpoint) };
      // A table comes after the catalog and the database it is in.
      const named = design.access(to, addressed[to.kind] ?? '').at(-1);
      return { connector: to.kind, properties: named ? { arn: named.arn } : {} };
    }
  }
}

/** Actions by which sinks without an address are named. */
const addressed: Readonly<Record<string, string>> = {
  lambda: 'lambda:InvokeFunction',
  sns: 'sns:Publish',
  'iceberg-table': 'glue:GetTable',
};

function endpointProperties({
  host,
  port,
  database,
  secretArn,
}: {
  host: Code;
  port: number;
  database: string | undefined;
  secretArn: Code;
}): { readonly [key: string]: Code } {
  return { host, port: String(port), database, 'secret.arn': secretArn };
}
