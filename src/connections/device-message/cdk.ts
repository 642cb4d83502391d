import { defineCdkConnection } from '../../kit/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    block.grant({ data: block.data });
    block.advise(
      `Register the devices of ${from.id} in IoT Core, each with a certificate of its own and the policy below; they publish to the topics of ${to.id}.`,
    );
  },
});
