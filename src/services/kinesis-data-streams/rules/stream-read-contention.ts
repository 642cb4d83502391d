import { mentionedFreshness } from '../../../kit/freshness';
import { peakInto } from '../../../kit/load';
import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service as kinesisDataStreams } from '../service';

/** Consumers that can only share: a delivery stream has no enhanced fan-out. */
const sharesOnly: ReadonlySet<string> = new Set(['firehose']);

export const rule = defineRule(kinesisDataStreams, {
  id: 'performance/stream-read-contention',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give consumers of a busy stream read capacity of their own.',
  why: 'Consumers without enhanced fan-out share what a shard gives; together they are throttled and fall behind, the urgent one with the patient ones.',
  source: [facts.shardReadMBps.source, 'https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html'],
  fix: 'quickfix',
  references: { lens: ['8.3'] },
  check(work) {
    const { node: stream, graph, need, any, report, set } = work;
    const node = stream as PipelineNode;
    const readers = [...new Set(graph.edgesOut(node).flatMap((edge) => (isFlow(edge) ? (graph.to(edge) ?? []) : [])))];
    const fanOut = need(stream, ['config', 'enhancedFanOut']);
    const sharing = readers.filter(({ id }) => !fanOut.includes(id));
    if (sharing.length < 2) return;
    const [readMBps, polls] = [facts.shardReadMBps.value, facts.shardReadsPerSec.value];
    const shards = need(stream, ['config', 'mode']) === 'PROVISIONED' ? need(stream, ['config', 'shards']) : undefined;
    // An on-demand stream grows its shards with the writes; how many consumers poll them does not change.
    const ingest = (): number =>
      peakInto(work, node, (known) => tooMuch(sharing.length, known.mbPerSecond)).mbPerSecond;
    const tooMuch = (consumers: number, mbps: number): boolean =>
      shards !== undefined && consumers * mbps > readMBps * shards;
    const contends = any(
      () => sharing.length > polls,
      () => shards !== undefined && tooMuch(sharing.length, ingest()),
    );
    if (!contends) return;
    const mbps = shards === undefined ? undefined : ingest();
    const wanted =
      mbps === undefined ? '' : `; they need ${amount(sharing.length * mbps)} MB/s of ${readMBps * shards!}`;
    const moved = relieve();
    report({
      at: ['config', 'enhancedFanOut'],
      message: `${sharing.length} consumers share ${readMBps} MB/s and ${polls} reads/s per shard of ${labelOf(stream)}${wanted}. Give the most urgent ones enhanced fan-out.`,
      values: { consumers: sharing.map(({ id }) => id), ...(mbps !== undefined && { ingestMBps: mbps }) },
      related: sharing.map((element) => ({ element, message: 'Shares the shards' })),
      fix: moved
        ? {
            title: `Give ${moved.map(labelOf).join(' and ')} enhanced fan-out`,
            edits: [set(stream, ['config', 'enhancedFanOut'], [...fanOut, ...moved.map(({ id }) => id)])],
          }
        : undefined,
    });

    /** The most urgent consumers whose going leaves enough for the others; undefined where nothing does. */
    function relieve(): readonly PipelineNode[] | undefined {
      const able = sharing
        .filter(({ kind }) => !sharesOnly.has(kind))
        .map((reader) => ({ reader, seconds: urgency(work, reader) }))
        .sort((a, b) => a.seconds - b.seconds)
        .map(({ reader }) => reader);
      for (let count = 1; count <= able.length; count++) {
        const left = sharing.length - count;
        // A single consumer shares with nobody.
        if (left < 2 || (left <= polls && !tooMuch(left, mbps ?? 0))) return able.slice(0, count);
      }
      return undefined;
    }
  },
});

/** Seconds within which what a consumer makes is needed. */
function urgency(work: Pick<Case, 'graph' | 'mention'>, reader: PipelineNode): number {
  return Math.min(
    Infinity,
    ...work.graph.dataIn(reader).map((data) => mentionedFreshness(work, reader, data) ?? Infinity),
  );
}
