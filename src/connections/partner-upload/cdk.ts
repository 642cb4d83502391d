import { defineCdkConnection } from '../../kit/cdk';
import { homeSlot } from '../../services/transfer-family/cdk';
import { edgeFolder } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, offer } = view;
    if (from.kind !== 'transfer-family') return;
    const bucket = to.kind === 's3';
    offer(from, homeSlot, {
      edge: edge.id,
      domain: bucket ? 'S3' : 'EFS',
      root: bucket ? to.part('Bucket').member('bucketName') : to.part('FileSystem').member('fileSystemId'),
      folder: (bucket ? edgeFolder(view, to, '') : (edge.prefix ?? '')).replace(/^[/]+|[/]+$/g, ''),
    });
  },
  emit: (block) => {
    const { from, to } = block;
    if (from.kind !== 'transfer-family')
      return block.advise(
        `Give the partners behind ${from.id} the address of the server of ${to.id}, and take their public keys.`,
      );
    block.grant({ prefixes: to.kind === 's3' ? [edgeFolder(block, to, '')] : undefined });
  },
});
