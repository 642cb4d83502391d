import { defineCdkConnection, type EdgeBlock, reachSlot } from '../../kit/cdk';
import { template } from '../../kit/code';
import { deliverTo } from '../deliver-to';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, design, offer }) => {
    // The Data API and tables of DynamoDB are reached by their endpoints; everything else by its port, in its VPC.
    if (from.kind === 'lambda' && design.endpoint(to) && !usesDataApi(to.kind)) offer(from, reachSlot, to);
  },
  emit: (block) => {
    const { from, to } = block;
    block.grant();
    if (from.kind === 'lambda') return clientFunction(block);
    if (to.kind === 'dynamodb' || to.kind === 'keyspaces') return;
    block.advise(
      `${to.id} answers within its VPC only: run ${from.id} there or in a network joined to it, and let its addresses in by ingressCidrs of ${to.id}.`,
    );
  },
});

const usesDataApi = (kind: string): boolean => kind.startsWith('redshift');

function clientFunction(block: EdgeBlock): void {
  const { design, from, to, edge } = block;
  if (to.kind === 'dynamodb') {
    deliverTo(block, 'DELIVER_TO', template('dynamodb:', to.part('Table').member('tableName')));
    return;
  }
  const endpoint = design.endpoint(to);
  if (!endpoint) return;
  const { host, port, database } = endpoint;
  deliverTo(block, 'DATABASE', template(template(host as string), `:${port}/${database ?? ''}`));
  if (!usesDataApi(to.kind)) block.connect(from, to, port);
  block.advise(
    `Write into the function of ${from.id} what it does in ${to.id} (edge ${edge.id}): the address is in its environment as DATABASE_<n>, and its role may connect.`,
  );
}
