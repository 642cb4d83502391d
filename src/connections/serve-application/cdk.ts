import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import type { Permission } from '../../kit/connection';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    block.grant({
      prefixes: from.kind === 's3' ? edgeFolders(block, from) : undefined,
      more: more[from.kind]?.(block),
    });
    if (inVpc.has(from.kind) || from.isInVpc)
      block.advise(
        `${from.id} answers within its VPC only: run ${to.id} there or in a network joined to it, and let its addresses in by ingressCidrs of ${from.id}.`,
      );
  },
});

/** Kinds that are never reached over the internet. */
const inVpc: ReadonlySet<string> = new Set([
  'opensearch',
  'aurora',
  'rds',
  'documentdb',
  'neptune',
  'elasticache',
  'timestream-influxdb',
  'redshift',
  'redshift-serverless',
]);

const reader = (...actions: string[]): Permission => ({
  role: 'application',
  holder: 'outside',
  on: 'from',
  grant: 'role',
  actions,
});

/** A query runs with the permissions of who asks: it reads definitions and data, and writes results. */
const more: Readonly<Record<string, (block: EdgeBlock) => readonly Permission[]>> = {
  athena: () => [
    reader(
      'glue:GetDatabase',
      'glue:GetTable',
      'glue:GetPartitions',
      's3:GetBucketLocation',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ),
  ],
};
