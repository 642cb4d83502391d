import { defineCdkConnection } from '../../kit/cdk';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    const bucket = [from, to].find(({ kind }) => kind === 's3');
    block.grant({ prefixes: bucket && edgeFolders(block, bucket) });
    if (to.kind === 'dynamodb')
      block.leaveOut(`a model writes nothing itself: draw a function that asks ${from.id} and writes to ${to.id}`);
  },
});
