import { defineCdkConnection } from '../../kit/cdk';
import { layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { design, edge, from, data } = block;
    const folders =
      from.kind === 's3'
        ? edge.prefix === undefined
          ? data.map((set) => layoutOf(design, from, set).folder)
          : [edge.prefix]
        : undefined;
    block.grant({ prefixes: folders });
  },
});
