import { defineRule, labelOf } from '../../../kit/rule';
import { streamsInto } from '../../../kit/streams';
import { listed, quantity } from '../../../kit/words';
import { service as lambda } from '../../../services/lambda/service';

const saneRetries = 3;

export const rule = defineRule(lambda, {
  id: 'reliability/stream-poison-record',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a function get past a record that it cannot process.',
  why: 'A shard is read in order: while a batch fails, everything behind it waits, until the records expire unread.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4'] },
  check({ node, graph, need, know, mention, report, set }) {
    const [stream] = streamsInto(graph, node);
    if (!stream) return;
    const missing = {
      bisectOnError: !need(node, ['config', 'bisectOnError']),
      maxRetries: know(node, ['config', 'maxRetries']) === undefined,
      onFailure: !know(node, ['config', 'onFailure']),
    };
    if (!Object.values(missing).includes(true)) return;
    const retention = mention(stream, ['config', 'retentionHours']);
    const advice = [
      missing.bisectOnError && 'split failing batches',
      missing.maxRetries && `retry ${saneRetries} times`,
      missing.onFailure && 'send what still fails to a queue',
    ].filter((word) => word !== false);
    const first = missing.bisectOnError ? 'bisectOnError' : missing.maxRetries ? 'maxRetries' : 'onFailure';
    const effect =
      missing.bisectOnError || missing.maxRetries
        ? `One bad record blocks a shard of ${labelOf(stream)}${typeof retention === 'number' ? ` for up to ${quantity(retention, 'h')}` : ''}, while ${labelOf(node)} retries the whole batch`
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
