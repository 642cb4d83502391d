import { defineCdkConnection } from '../../kit/cdk';
import { sourceSlot } from '../../services/firehose/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer }) => offer(to, sourceSlot, { streamArn: from.part('Stream').member('streamArn') }),
  emit: (block) => block.grant(),
});
