import { defineCdkConnection, viewAs } from '../../kit/cdk';
import { duration, s3, servicePrincipal } from '../../kit/cdk-modules';
import { bucketSlot, deliveryStatements, lockedDays, logGroupSlot, onlyThisTrail } from '../../services/cloudtrail/cdk';
import { service as cloudtrail } from '../../services/cloudtrail/service';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ design, from, to, hand, offer }) => {
    if (to.kind === 'cloudwatch') return offer(from, logGroupSlot, { logGroup: to.part('LogGroup') });
    offer(from, bucketSlot, { bucket: to.part('Bucket') });
    if (design.graph.pipeline.architecture.trail?.locked === true) {
      hand(to, 'Bucket', {
        versioned: true,
        objectLockEnabled: true,
        objectLockDefaultRetention: s3.member('ObjectLockRetention').method('governance', duration('days', lockedDays)),
      });
    }
  },
  emit: (block) => {
    const trail = viewAs(block.from, cloudtrail)!;
    if (block.to.kind === 'cloudwatch') return block.grant();
    for (const statement of deliveryStatements(trail, block.to.part('Bucket')))
      block.allowOn(block.to.part('Bucket'), statement);
    block.run(
      trail.part('Trail').member('node').method('addDependency', block.to.part('Bucket').member('policy').assured()),
    );
    const key = block.to.key();
    if (key)
      block.allowOn(key, {
        principals: [servicePrincipal('cloudtrail.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: onlyThisTrail(trail),
      });
  },
});
