import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import type { JsonObject } from '../../../model/json';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { facts as lambda } from '../../../services/lambda/facts';
import { isNamedByNode } from '../../named';
import { failures } from '../../tables/failures';

const asynchronousCallers: ReadonlySet<string> = new Set(failures.asynchronousCallers.value);
const pipedStreams: ReadonlySet<string> = new Set(failures.pipedStreams.value);
/** Kinds that only take a message in: nothing in them can fail on its contents. */
const takers: ReadonlySet<string> = new Set(['sqs', 'sns', 'eventbridge', 'cloudwatch', 'persona']);

export const rule = defineEdgeRule({
  id: 'graph/missing-dead-letter',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Put what an asynchronous step cannot handle into a dead-letter queue.',
  why: 'Nobody waits for the answer of an asynchronous call: what fails to the end is dropped, and no caller notices.',
  exceptions: 'Functions that read a shard of a stream: they have a rule of their own.',
  source: [
    failures.asynchronousCallers.source,
    failures.topicAttempts.source,
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
  ],
  fix: 'refactor',
  references: { lens: ['6.4'], nag: ['SQS3'], checkov: ['CKV_AWS_116'] },
  check(work) {
    const { edge, graph, need, know, report } = work;
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !isDataEdge(edge) || takers.has(to.kind)) return;
    const hop = hopOf(work, from, to);
    if (!hop || need(edge, ['onFailure']) !== 'none') return;
    if (hop.holders.some((holder) => know(holder, ['config', 'onFailure']) !== undefined)) return;
    const change = new Refactoring(graph);
    addQueue(change, edge, hop);
    report({
      message: `A message that ${labelOf(to)} cannot handle is ${hop.retried}, then lost. Send what fails to a dead-letter queue.`,
      fix: { title: 'Add a dead-letter queue', edits: change.edits },
    });
  },
});

interface Hop {
  /** Nodes that may name the queue for this hop; the first is the one a fix asks. */
  readonly holders: readonly PipelineNode[];
  readonly retried: string;
  readonly fifo: boolean;
}

/** How messages on a hop fail; undefined where the caller waits, or keeps what was not handled. */
function hopOf({ graph, mention }: Case, from: PipelineNode, to: PipelineNode): Hop | undefined {
  const fifo = mention(from, ['config', 'type']) === 'fifo';
  if (to.kind === 'lambda' && asynchronousCallers.has(from.kind)) {
    const holders = from.kind === 'sns' || from.kind === 'eventbridge' ? [from, to] : [to];
    return { holders, retried: `retried ${lambda.nodeDefaults.value.retries} times`, fifo: false };
  }
  if (from.kind === 'sqs' && !isNamedByNode(graph, from)) {
    const days = Number(mention(from, ['config', 'retentionMinutes'])) / minutesPerDay;
    return { holders: [from], retried: `received again for ${days} days`, fifo };
  }
  if (from.kind === 'sns') {
    const { services, endpoints } = failures.topicAttempts.value;
    const attempts = to.kind === 'http-endpoint' ? endpoints : services;
    return { holders: [from], retried: `retried ${attempts} times`, fifo };
  }
  if (from.kind === 'eventbridge') {
    return { holders: [from], retried: `retried ${mention(from, ['config', 'maxReceive'])} times`, fifo: false };
  }
  if (to.kind === 'eventbridge-pipes' && pipedStreams.has(from.kind)) {
    return { holders: [to], retried: 'retried until its records expire', fifo: false };
  }
  return undefined;
}

const minutesPerDay = 1440;

function addQueue(change: Refactoring, edge: Edge, { holders, fifo }: Hop): void {
  const holder = holders[0]!;
  // Functions say on the edge that calls them what becomes of an event: another caller may differ.
  if (holder.kind === 'lambda') {
    change.set(edge, ['onFailure'], 'dlq');
    return;
  }
  const config: JsonObject = fifo ? { type: 'fifo' } : {};
  const queue = change.add('sqs', holder, { label: `Failed in ${labelOf(holder)}`, config });
  change.set(holder, ['config', 'onFailure'], queue);
}
