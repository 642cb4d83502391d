import { defineCdkConnection, viewAs } from '../../kit/cdk';
import { arn, s3 } from '../../kit/cdk-modules';
import { l1Of } from '../../kit/cdk-parts';
import { service as s3Service } from '../../services/s3/service';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  // S3 replicates versions: both ends keep them.
  prepare: ({ from, to, hand }) => {
    for (const end of [from, to]) hand(end, 'Bucket', { versioned: true });
  },
  emit: (block) => {
    const { design, edge, from, to } = block;
    const back = design.neighbours(to, 'out', 's3').find(({ view }) => view.id === from.id);
    if (from.id === to.id || (back && back.edge.id < edge.id)) {
      return block.leaveOut(
        'CloudFormation cannot make two buckets that replicate to each other at once: add this direction after the first deployment',
      );
    }
    if (design.neighbours(from, 'out', 's3').some((other) => design.joins(other.edge) && other.edge.id < edge.id))
      return block.leaveOut(
        'one rule set per bucket: the replication of the other edge is written out; add this destination to it in lib/pipeline-stack.ts',
      );
    const prefix = edge.prefix ?? viewAs(from, s3Service)!.config.replication.find((rule) => rule.to === to.id)?.prefix;
    const role = from.role();
    const key = to.key();
    const encrypted = from.key() !== undefined;
    block.grant({ prefixes: prefix === undefined ? undefined : [prefix] });
    block.assign(l1Of(from.part('Bucket'), s3.member('CfnBucket')).member('replicationConfiguration'), {
      role: role.member('roleArn'),
      rules: [
        {
          id: edge.id,
          status: 'Enabled',
          priority: 1,
          filter: { prefix: prefix ?? '' },
          deleteMarkerReplication: { status: 'Disabled' },
          sourceSelectionCriteria: encrypted ? { sseKmsEncryptedObjects: { status: 'Enabled' } } : undefined,
          destination: {
            bucket: to.part('Bucket').member('bucketArn'),
            encryptionConfiguration: encrypted
              ? { replicaKmsKeyId: key ? key.member('keyArn') : arn('kms', 'alias/aws/s3') }
              : undefined,
          },
        },
      ],
    });
  },
});
