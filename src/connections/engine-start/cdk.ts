import { defineCdkConnection } from '../../kit/cdk';
import { deliverTo } from '../deliver-to';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    if (block.to.kind !== 'athena') return block.grant();
    // A query runs with the permissions of who starts it: the function also reads the lake and writes the results.
    block.grant({
      more: [
        {
          role: 'function',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            's3:GetObject',
            's3:ListBucket',
            's3:GetBucketLocation',
            's3:PutObject',
            's3:AbortMultipartUpload',
          ],
        },
      ],
    });
    deliverTo(block, 'ATHENA_WORKGROUP', block.to.part('WorkGroup').member('ref'));
  },
});
