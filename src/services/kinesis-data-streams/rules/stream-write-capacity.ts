import { type Peak, peakInto } from '../../../kit/load';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service as kinesisDataStreams } from '../service';

/** Room for the next busy minute. */
const headroom = 1.25;

export const rule = defineRule(kinesisDataStreams, {
  id: 'performance/stream-write-capacity',
  severity: 'error',
  since: '0.1.0',
  summary: 'Give a provisioned stream shards enough for its busiest minute.',
  why: 'Writes above the capacity of the shards are refused: producers retry, fall behind and drop.',
  source: facts.shardWriteMBps.source,
  fix: 'quickfix',
  references: { lens: ['11.2'] },
  check(work) {
    const { node, need, report, set } = work;
    if (need(node, ['config', 'mode']) !== 'PROVISIONED') return;
    const shards = need(node, ['config', 'shards']) as number | undefined;
    // A provisioned stream without a number of shards is a problem of its own.
    if (shards === undefined) return;
    const peak = peakInto(work, node as PipelineNode, (known) => shardsFor(known) > shards);
    const needed = Math.ceil(shardsFor(peak));
    if (needed <= shards) return;
    const better = Math.ceil(shardsFor(peak) * headroom);
    const [mb, records] = [facts.shardWriteMBps.value, facts.shardWriteRecordsPerSec.value];
    report({
      at: ['config', 'shards'],
      message: `${labelOf(node)}: ${shards} shards take ${shards * mb} MB/s and ${shards * records} records/s; the declared peak is ${amount(Math.ceil(peak.mbPerSecond * 100) / 100)} MB/s and ${amount(peak.recordsPerSecond)} records/s. ${needed} shards are needed.`,
      values: { shards, needed, ...peak },
      fix: { title: `Set ${better} shards`, edits: [set(node, ['config', 'shards'], better)] },
    });
  },
});

const shardsFor = ({ mbPerSecond, recordsPerSecond }: Peak): number =>
  Math.max(mbPerSecond / facts.shardWriteMBps.value, recordsPerSecond / facts.shardWriteRecordsPerSec.value);
