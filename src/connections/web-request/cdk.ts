import { defineCdkConnection } from '../../kit/cdk';
import { layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const prefixes =
      block.to.kind === 's3' ? block.data.map((data) => layoutOf(block.design, block.to, data).folder) : undefined;
    block.grant({ prefixes });
  },
});
