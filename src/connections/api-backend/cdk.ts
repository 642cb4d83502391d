import { defineCdkConnection } from '../../kit/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    block.grant();
    if (block.to.kind === 'app-consumer') return;
    block.leaveOut(
      `an API cannot call ${block.to.id} itself: draw a function in between, and it gets these permissions`,
    );
  },
});
