import { defineCdkConnection, type EdgeBlock, type EdgeView, type NodeView, viewAs } from '../../kit/cdk';
import { region, secretsmanager, urlSuffix } from '../../kit/cdk-modules';
import { type Expression, expression, template } from '../../kit/code';
import { pathOf, stageName } from '../../services/api-gateway/cdk';
import { service as apiGateway } from '../../services/api-gateway/service';
import {
  backupSlot,
  type Destination,
  destinationSlot,
  errorPrefix,
  partitionsSlot,
  sourcePrefix,
} from '../../services/firehose/cdk';
import { facts } from '../../services/firehose/facts';
import { service as firehoseService } from '../../services/firehose/service';
import { icebergCatalogArn, icebergDatabase, icebergTable } from '../../services/iceberg-table/names';
import { service as icebergService } from '../../services/iceberg-table/service';
import { indexName } from '../../services/opensearch/cdk';
import { collectionUrl } from '../../services/opensearch-serverless/cdk';
import { endpointUrl } from '../endpoint-url';
import { deliveryPrefix, partitionColumns } from '../lake-layout';
import { admitClient, isSearch, offerClient } from '../search-clients';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, offer } = view;
    if (!isPrimary(view)) {
      if (to.kind === 's3') offer(from, backupSlot, { bucket: to.part('Bucket') });
      return;
    }
    const destination = destinationOf(view);
    if (destination) offer(from, destinationSlot, destination);
    if (isSearch(to)) offerClient(view, from, to);
    const columns = partitionColumns(view.data[0]);
    if (to.kind === 's3' && columns.length > 0) offer(from, partitionsSlot, columns);
  },
  emit: (block) => {
    const { from, to } = block;
    if (to.kind === 's3') return block.grant({ prefixes: prefixesOf(block, viewAs(from, firehoseService)!) });
    if (!isPrimary(block)) return block.leaveOut('a delivery stream has one destination: this edge is not it');
    if (to.kind === 'http-endpoint' || to.kind === 'api-gateway') return showKey(block);
    if (!destinationOf(block))
      return block.leaveOut(
        `where ${to.title} is, and with which secret it is entered, is not known: draw it with its settings`,
      );
    // Buckets beside the destination are the stream's own, or have edges of their own.
    block.grant({ which: ({ on }) => on === 'to' });
    if (isSearch(to)) admitClient(block, from, to, true);
    if (to.kind.startsWith('redshift'))
      block.advise(
        `${from.id} loads ${to.id} over the internet: make it publicly accessible and let in the addresses of Data Firehose of your Region only, or deliver to S3 and load from there. Make the table \`${tableOf(block)}\` before.`,
      );
  },
});

/** Where the records go, as far as the design knows it. */
function destinationOf(view: EdgeView): Destination | undefined {
  const { design, edge, from, to, data } = view;
  const index = indexName(data[0]?.id ?? edge.id);
  switch (to.kind) {
    case 's3': {
      const firehose = viewAs(from, firehoseService)!;
      return {
        type: 's3',
        bucket: to.part('Bucket'),
        prefix: deliveryPrefix(design, firehose, to, data[0], edge),
        key: to.key(),
      };
    }
    case 'api-gateway':
      return { type: 'http', name: to.id, url: urlOf(view), secret: from.part('AccessKey') };
    case 'http-endpoint':
      return { type: 'http', name: to.id, url: endpointUrl(view), secret: from.part('AccessKey') };
    case 'opensearch':
      return { type: 'opensearch', domainArn: to.part('Domain').member('attrArn'), index };
    case 'opensearch-serverless':
      return { type: 'opensearch-serverless', url: collectionUrl(to), index, inside: to.isInVpc };
    case 'iceberg-table': {
      const table = viewAs(to, icebergService)!;
      return {
        type: 'iceberg',
        catalogArn: icebergCatalogArn(table),
        database: icebergDatabase(table),
        table: icebergTable(table, design),
      };
    }
    default: {
      const endpoint = design.endpoint(to);
      if (!endpoint || endpoint.secretArn === undefined) return undefined;
      const url = template(
        'jdbc:redshift://',
        expression(endpoint.host),
        `:${endpoint.port}/${endpoint.database ?? 'dev'}`,
      );
      return { type: 'redshift', url, table: tableOf(view), secretArn: endpoint.secretArn };
    }
  }
}

const tableOf = ({ from, edge, data }: EdgeView): string =>
  viewAs(from, firehoseService)!.config.table ??
  `public.${(data[0]?.id ?? edge.id).toLowerCase().replace(/[^a-z0-9_]/g, '_')}`;

/** Firehose shows this key with every request; whoever answers compares it. */
function showKey(block: EdgeBlock): void {
  const { from, to } = block;
  const secret = block.part(from, 'AccessKey', secretsmanager.member('Secret'), {
    description: `Access key that ${from.id} shows to ${to.id}`,
    generateSecretString: {
      secretStringTemplate: '{}',
      generateStringKey: 'api_key',
      excludePunctuation: true,
      passwordLength: 40,
    },
  });
  block.acknowledge(
    secret,
    'AwsSolutions-SMG4',
    `the key is shared by ${from.title} and whatever answers behind ${to.title}, which the design does not say how to rotate together: "rotationDays" is not set`,
  );
  block.allow(from, { actions: ['secretsmanager:GetSecretValue'], resources: [secret.member('secretArn')] });
  block.run(from.part('Stream').member('node').method('addDependency', secret));
  if (to.kind === 'http-endpoint')
    block.advise(
      `Give ${to.id} the access key that ${from.id} shows (X-Amz-Firehose-Access-Key), or put the one it gave you into the secret.`,
    );
}

/** What the stream writes to a bucket: records, those it could not deliver, and originals; in a backup bucket only the latter two. */
function prefixesOf(block: EdgeBlock, firehose: NodeView<typeof firehoseService>): string[] | undefined {
  const { design, edge, from, to, data } = block;
  if (!isPrimary(block)) return [errorPrefix(firehose), sourcePrefix];
  // A prefix of people's own may begin with an expression: only the bucket is certain then.
  const folder = deliveryPrefix(design, firehose, to, data[0], edge).split('!{')[0]!;
  if (folder === '') return undefined;
  const keepsOriginals = firehose.config.sourceBackup && from.offered(backupSlot).length === 0;
  return [folder, errorPrefix(firehose), ...(keepsOriginals ? [sourcePrefix] : [])];
}

const destinations: ReadonlySet<string> = new Set(facts.destinations.value);

/** The destination is the first edge that leads to a store or an endpoint and not to a backup. */
function isPrimary({ design, edge, from }: Pick<EdgeView, 'design' | 'edge' | 'from'>): boolean {
  const ways = design.neighbours(from, 'out').filter(({ view }) => destinations.has(view.kind));
  const primary = ways.find(({ view }) => view.field('role') !== 'backup') ?? ways[0];
  return primary?.edge.id === edge.id;
}

/** The address of the method behind the API, by the id of the API alone: its stage may have to wait for this very stream. */
function urlOf({ design, to }: EdgeView): Expression {
  const api = viewAs(to, apiGateway)!;
  const [behind] = design.neighbours(to, 'out').filter(({ edge }) => design.joins(edge));
  const path = behind ? pathOf(api, design, behind.edge) : '';
  return template(
    'https://',
    to.part('RestApi').member('restApiId'),
    '.execute-api.',
    region,
    '.',
    urlSuffix,
    `/${stageName}/${path}`,
  );
}
