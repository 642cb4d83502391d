import { defineCdkConnection } from '../../kit/cdk';
import { indexName } from '../../services/opensearch/cdk';
import { deliverTo } from '../deliver-to';
import { admitClient, offerClient, searchAddress } from '../search-clients';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    if (view.from.kind === 'lambda') offerClient(view, view.from, view.to);
  },
  emit: (block) => {
    const { from, to, data } = block;
    const collection = to.kind === 'opensearch-serverless';
    block.grant();
    if (from.kind === 'lambda') {
      admitClient(block, from, to, true);
      return deliverTo(block, 'DELIVER_TO', searchAddress(to, indexName(data[0]?.id ?? to.id)));
    }
    if (from.kind !== 'source.app')
      return block.leaveOut(
        'a warehouse writes to no index: unload to a bucket, and draw OpenSearch Ingestion between the bucket and the index',
      );
    block.advise(
      collection
        ? `Name the role of ${from.id} in a data access policy of ${to.id}: a collection lets nobody in by IAM alone.`
        : `Requests of ${from.id} to ${to.id} are signed, and come from its VPC or one joined to it: let their addresses in by ingressCidrs.`,
    );
  },
});
