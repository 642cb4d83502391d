import { defineCdkConnection } from '../../kit/cdk';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => block.grant({ prefixes: block.from.kind === 's3' ? edgeFolders(block, block.from) : undefined }),
});
