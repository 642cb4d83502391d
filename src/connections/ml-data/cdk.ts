import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    block.grant({ prefixes: foldersOf(block) });
    if (to.kind === 'dynamodb')
      block.leaveOut(`a model writes nothing itself: draw a function that asks ${from.id} and writes to ${to.id}`);
  },
});

function foldersOf({ design, edge, from, to, data }: EdgeBlock): string[] | undefined {
  const bucket = from.kind === 's3' ? from : to.kind === 's3' ? to : undefined;
  if (!bucket) return undefined;
  return edge.prefix === undefined ? data.map((set) => layoutOf(design, bucket, set).folder) : [edge.prefix];
}
