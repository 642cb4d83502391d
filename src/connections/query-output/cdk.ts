import { defineCdkConnection } from '../../kit/cdk';
import { resultPrefix, resultsSlot } from '../../services/athena/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer }) => offer(from, resultsSlot, to),
  emit: (block) =>
    block.grant({ prefixes: block.edge.prefix === undefined ? [resultPrefix] : [resultPrefix, block.edge.prefix] }),
});
