import type { EdgeBlock, EdgeView, NodeView } from '../kit/cdk';
import { reachSlot } from '../kit/cdk';
import { core, opensearchserverless } from '../kit/cdk-modules';
import { nameInStack } from '../kit/cdk-names';
import { type Expression, template } from '../kit/code';
import { accessPolicy, clientSlot, domainUrl, httpsPort } from '../services/opensearch/cdk';
import { collectionName, collectionUrl, dataAccess, principalSlot } from '../services/opensearch-serverless/cdk';

/** How a role of the design comes to a search index: named by the index's own policy, and inside its network. */

export const isSearch = ({ kind }: Pick<NodeView, 'kind'>): boolean =>
  kind === 'opensearch' || kind === 'opensearch-serverless';

/** `https://…` of a domain or a collection. */
export const searchUrl = (index: NodeView): Expression =>
  index.kind === 'opensearch' ? domainUrl(index) : collectionUrl(index);

/** What `deliver.mjs` and `deliver.py` understand: the host of an index, and the name of the index there. */
export function searchAddress(index: NodeView, name: string): Expression {
  if (index.kind === 'opensearch')
    return template('opensearch:', index.part('Domain').member('attrDomainEndpoint'), `/${name}`);
  const fn = core.member('Fn');
  return template('collection:', fn.method('select', 1, fn.method('split', '//', collectionUrl(index))), `/${name}`);
}

/** Whether clients of an index need a way into its VPC. */
export const isPrivate = (index: NodeView): boolean => index.kind === 'opensearch' || index.isInVpc;

/** Before anything is described. A client that lives in no VPC of its own is pulled into that of the index. */
export function offerClient(view: EdgeView, client: NodeView, index: NodeView): void {
  if (isPrivate(index)) view.offer(client, reachSlot, index);
  offerRole(view, client.role(), index);
}

/** The same for a role that is no node's. */
export function offerRole({ edge, offer }: EdgeView, role: Expression, index: NodeView): void {
  if (index.kind === 'opensearch') offer(index, clientSlot, { edge: edge.id, role });
  else offer(index, principalSlot, true);
}

/** Names the client in the policy of the index, and lets it in. */
export function admitClient(block: EdgeBlock, client: NodeView, index: NodeView, writes: boolean): void {
  if (isPrivate(index)) block.connect(client, index, httpsPort);
  admitRole(block, client.role(), index, writes);
}

export function admitRole(block: EdgeBlock, role: Expression, index: NodeView, writes: boolean): void {
  if (index.kind === 'opensearch') {
    nameClients(block, index);
    return;
  }
  block.construct(index, 'DataAccess', opensearchserverless.member('CfnAccessPolicy'), {
    name: nameInStack(block.edge.id, 32),
    type: 'data',
    policy: dataAccess(collectionName(index), writes, [role.member('roleArn')]),
  });
}

/** One policy names all clients of a domain: the first of their edges writes it. */
function nameClients(block: EdgeBlock, index: NodeView): void {
  const clients = [...index.offered(clientSlot)].sort((a, b) => (a.edge < b.edge ? -1 : a.edge > b.edge ? 1 : 0));
  if (clients[0]?.edge !== block.edge.id) return;
  const roles = new Map(clients.map(({ role }) => [JSON.stringify(role), role]));
  block.assign(index.part('Domain').member('accessPolicies'), accessPolicy([...roles.values()]));
}
