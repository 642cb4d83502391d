import { defineCdkConnection } from '../../kit/cdk';
import { transformSlot } from '../../services/firehose/cdk';
import { callerSlot } from '../../services/lambda/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer }) => {
    offer(from, transformSlot, { functionArn: to.part('Function').member('functionArn') });
    offer(to, callerSlot, 'transform');
  },
  emit: (block) => block.grant(),
});
