import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as dynamodb } from '../../../services/dynamodb/service';
import { service as kinesisDataStreams } from '../../../services/kinesis-data-streams/service';
import { service as msk } from '../../../services/msk/service';

/** Values of a key for each shard, below which chance does not spread them. */
const valuesPerShard = 10;
/** Share of the records above which one value decides what its shard has to bear. */
const hotSharePct = 50;

export const rule = defineRule([kinesisDataStreams, msk, dynamodb], {
  id: 'performance/stream-hot-shard',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Choose a partition key with many values, none of which dominates.',
  why: 'All records of one key go to one shard: where few keys carry the load, one shard is full while the others sleep.',
  exceptions: 'A stream with one shard has nothing to spread.',
  source: [
    'https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html',
  ],
  fix: null,
  references: { lens: ['8.3'] },
  check(work) {
    const { know, undecided, report } = work;
    const node = work.node as PipelineNode;
    const key = know(node, ['config', 'partitionKey']) as
      | { readonly column: string; readonly cardinality?: number; readonly topSharePct?: number }
      | undefined;
    if (!key) return;
    const at = ['config', 'partitionKey'];
    const share = key.topSharePct;
    if (share !== undefined && share > hotSharePct) {
      report({
        at,
        message: `One value of ${key.column} carries ${amount(share)} % of the records of ${labelOf(node)}: its shard is full while the others sleep. Add a second column or a random suffix to the key.`,
        values: { column: key.column, topSharePct: share },
      });
      return;
    }
    const shards = shardsOf(work, node);
    if (shards === undefined || shards < 2) return;
    const values = key.cardinality ?? undecided(node, ['config/partitionKey/cardinality']);
    if (values >= valuesPerShard * shards) return;
    report({
      at,
      message: `Key ${key.column} of ${labelOf(node)} has ${values} values over ${shards} shards: load will not spread. Take a column with at least ${valuesPerShard * shards}.`,
      values: { column: key.column, cardinality: values, shards },
    });
  },
});

/** Shards or partitions that records spread over; undefined where AWS divides as it needs. */
function shardsOf({ know }: Case, node: PipelineNode): number | undefined {
  const count =
    node.kind === msk.kind
      ? know(node, ['config', 'partitions'])
      : know(node, ['config', 'mode']) === 'PROVISIONED' && node.kind === kinesisDataStreams.kind
        ? know(node, ['config', 'shards'])
        : undefined;
  return typeof count === 'number' ? count : undefined;
}
