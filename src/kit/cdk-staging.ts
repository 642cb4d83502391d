import { defineSlot, type EdgeBlock, type NodeBlock, type NodeView } from './cdk';
import { ownBucket } from './cdk-parts';
import type { Expression } from './code';

/** A bucket of its own in which a service stages what a store loads as files. */

/** Edges to such stores. */
export const stagingSlot = defineSlot<string>('staging');
export const stagingBucket = (view: NodeView): Expression => view.part('Staging');

/** Stores that are loaded by files which somebody stages for them. */
export const isStaged = ({ kind }: Pick<NodeView, 'kind'>): boolean =>
  kind === 'neptune' || kind === 'redshift' || kind === 'redshift-serverless';

const daysKept = 7;

/** Makes the bucket when an edge asks for it. */
export function makeStaging(block: NodeBlock): void {
  if (block.offered(stagingSlot).length === 0) return;
  ownBucket(block, 'Staging', {
    expireDays: daysKept,
    unlogged: `this bucket holds what ${block.title} stages for stores that load files: copies that expire after a week`,
  });
}

const wholeBucket: ReadonlySet<string> = new Set(['s3:ListBucket', 's3:GetBucketLocation']);

/** Lets the holder work in its staging bucket: with the actions that the pair names, else with those of writing and reading. */
export function letStage(block: EdgeBlock, holder: NodeView): void {
  const named = (block.pair.permissions ?? [])
    .flatMap(({ actions }) => actions)
    .filter((action) => /^s3:/.test(action));
  const actions = named.length > 0 ? named : ['s3:GetObject', 's3:ListBucket', 's3:PutObject'];
  const bucket = stagingBucket(holder);
  const onBucket = actions.filter((action) => wholeBucket.has(action));
  if (onBucket.length > 0) block.allow(holder, { actions: onBucket, resources: [bucket.member('bucketArn')] });
  if (!holder.roleIsDeclared)
    block.allowOn(bucket, {
      principals: [holder.role()],
      actions: actions.filter((action) => !wholeBucket.has(action)),
      resources: [bucket.method('arnForObjects', '*')],
    });
}
