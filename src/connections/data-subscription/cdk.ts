import { defineCdkConnection } from '../../kit/cdk';
import { onlyFor, servicePrincipal } from '../../kit/cdk-modules';
import { exportedSlot } from '../../services/data-exchange/cdk';
import { edgeFolder } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, offer } = view;
    if (from.kind === 'data-exchange' && to.kind === 's3')
      offer(from, exportedSlot, {
        edge: edge.id,
        bucketName: to.part('Bucket').member('bucketName'),
        prefix: edgeFolder(view, to),
        key: to.key(),
      });
  },
  emit: (block) => {
    const { design, from, to } = block;
    block.grant({ prefixes: to.kind === 's3' ? [edgeFolder(block, to)] : undefined });
    if (from.kind !== 'data-exchange') return;
    if (to.kind === 'redshift' || to.kind === 'redshift-serverless')
      return block.advise(`Make a database in ${to.id} from the data share that ${from.id} is entitled to.`);
    if (to.kind !== 's3') return;
    // An event action writes as the service.
    const principals = [servicePrincipal('dataexchange.amazonaws.com')];
    block.allowOn(to.part('Bucket'), {
      principals,
      actions: ['s3:PutObject', 's3:PutObjectAcl'],
      resources: design.access(to, 's3:PutObject', { prefixes: [edgeFolder(block, to)] }).map((access) => access.arn),
      conditions: onlyThisAccount,
    });
    const key = to.key();
    if (key)
      block.allowOn(key, {
        principals,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: onlyThisAccount,
      });
  },
});

const onlyThisAccount = onlyFor();
