import { defineCdkConnection } from '../../kit/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to, pair } = block;
    block.grant();
    block.leaveOut(
      `${from.id} writes to no table itself: draw ${pair.intermediates?.[0] ?? 'a function'} between it and ${to.id}, which then gets these permissions`,
    );
  },
});
