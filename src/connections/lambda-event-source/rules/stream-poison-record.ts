import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { listed, quantity } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts as dynamodb } from '../../../services/dynamodb/facts';
import { service as lambda } from '../../../services/lambda/service';

const saneRetries = 3;

export const rule = defineRule(lambda, {
  id: 'reliability/stream-poison-record',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a function get past a record that it cannot process.',
  why: 'A shard is read in order: while a batch fails, everything behind it waits, until the records expire unread.',
  exceptions: 'Batches of Kafka are neither split nor counted: there only a place for what fails is asked for.',
  source: [
    'https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html',
    dynamodb.streamHours.source,
  ],
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4'] },
  check(work) {
    const { node, graph, need, know, report, set } = work;
    const stream = graph
      .edgesIn(node)
      .filter(isDataEdge)
      .flatMap((edge) => graph.from(edge) ?? [])
      .find((from) => isStream(from) || from.kind === 'dynamodb');
    if (!stream) return;
    const shards = stream.kind !== 'msk';
    const missing = {
      bisectOnError: shards && !need(node, ['config', 'bisectOnError']),
      maxRetries: shards && know(node, ['config', 'maxRetries']) === undefined,
      onFailure: !know(node, ['config', 'onFailure']),
    };
    if (!Object.values(missing).includes(true)) return;
    const hours = hoursOf(work, stream);
    const advice = [
      missing.bisectOnError && 'split failing batches',
      missing.maxRetries && `retry ${saneRetries} times`,
      missing.onFailure && 'send what still fails to a queue',
    ].filter((word) => word !== false);
    const first = missing.bisectOnError ? 'bisectOnError' : missing.maxRetries ? 'maxRetries' : 'onFailure';
    const effect =
      missing.bisectOnError || missing.maxRetries || !shards
        ? `One bad record blocks a ${shards ? 'shard' : 'partition'} of ${labelOf(stream)} for up to ${quantity(hours, 'h')}, while ${labelOf(node)} retries the whole batch`
        : `A record of ${labelOf(stream)} on which ${labelOf(node)} fails is dropped after its retries`;
    report({
      at: ['config', first],
      message: `${effect}. ${listed(advice).replace(/^./, (letter) => letter.toUpperCase())}.`,
      related: [{ element: stream, message: 'The stream it reads' }],
      fix: {
        title: 'Split batches, limit retries, keep what fails',
        edits: [
          ...(missing.bisectOnError ? [set(node, ['config', 'bisectOnError'], true)] : []),
          ...(missing.maxRetries ? [set(node, ['config', 'maxRetries'], saneRetries)] : []),
          ...(missing.onFailure ? [set(node, ['config', 'onFailure'], 'queue')] : []),
        ],
      },
    });
  },
});

/** How long a stream keeps what nobody could read. */
function hoursOf({ mention }: Case, stream: PipelineNode): number | undefined {
  const hours = stream.kind === 'dynamodb' ? dynamodb.streamHours.value : mention(stream, ['config', 'retentionHours']);
  return typeof hours === 'number' ? hours : undefined;
}
