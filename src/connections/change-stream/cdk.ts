import { defineCdkConnection } from '../../kit/cdk';
import { changeStreamSlot } from '../../services/dynamodb/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer }) => offer(from, changeStreamSlot, to.part('Stream')),
  emit: (block) => block.grant(),
});
