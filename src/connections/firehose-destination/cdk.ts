import { defineCdkConnection, type EdgeBlock, type EdgeView, type NodeView, viewAs } from '../../kit/cdk';
import { region, secretsmanager, urlSuffix } from '../../kit/cdk-modules';
import { type Expression, template } from '../../kit/code';
import { pathOf, stageName } from '../../services/api-gateway/cdk';
import { service as apiGateway } from '../../services/api-gateway/service';
import { backupSlot, destinationSlot, errorPrefix, partitionsSlot, sourcePrefix } from '../../services/firehose/cdk';
import { service as firehoseService } from '../../services/firehose/service';
import { deliveryPrefix, partitionColumns } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { design, edge, from, to, data, offer } = view;
    const firehose = viewAs(from, firehoseService)!;
    if (to.kind === 'api-gateway') {
      if (isPrimary(view))
        offer(from, destinationSlot, { type: 'http', name: to.id, url: urlOf(view), secret: from.part('AccessKey') });
      return;
    }
    const bucket = to.part('Bucket');
    if (!isPrimary(view)) return offer(from, backupSlot, { bucket });
    offer(from, destinationSlot, {
      type: 's3',
      bucket,
      prefix: deliveryPrefix(design, firehose, to, data[0], edge),
      key: to.key(),
    });
    const columns = partitionColumns(data[0]);
    if (columns.length > 0) offer(from, partitionsSlot, columns);
  },
  emit: (block) => {
    const { from, to } = block;
    const firehose = viewAs(from, firehoseService)!;
    if (to.kind === 's3') {
      return block.grant({ prefixes: prefixesOf(block, firehose) });
    }
    if (!isPrimary(block)) return block.leaveOut('a delivery stream has one destination: this edge is not it');
    // Firehose shows this key with every request; the API's authorizer compares it.
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
  },
});

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

/** The destination is the first edge that leads to a store or an endpoint and not to a backup. */
function isPrimary({ design, edge, from }: Pick<EdgeView, 'design' | 'edge' | 'from'>): boolean {
  const ways = design.neighbours(from, 'out').filter(({ view }) => view.kind === 's3' || view.kind === 'api-gateway');
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
