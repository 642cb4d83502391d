import { defineCdkConnection } from '../../kit/cdk';
import { readFolders } from '../read-folders';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => block.grant({ prefixes: readFolders(block) }),
});
