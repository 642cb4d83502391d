import { defineNodeRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { isDataEdge } from '../../../model/graph';

/** Callers that repeat a failed call themselves, or hand the error back to whoever asked. */
const callersThatRetry: ReadonlySet<string> = new Set(['api-gateway', 'firehose', 'sqs', 'eventbridge-pipes']);
const usualRetries = 2;

export const rule = defineNodeRule({
  id: 'reliability/job-no-retry',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a job try again before it gives up.',
  why: 'Most failures of a run are gone a minute later: a throttled call, a lost connection, a Spot interruption.',
  exceptions:
    'Functions that a stream, a queue or an API calls: there the caller retries. Jobs that an orchestrator retries.',
  source: [
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
    'https://docs.aws.amazon.com/glue/latest/dg/add-job.html',
  ],
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4'] },
  check({ node, graph, need, know, mention, report, set }) {
    if (graph.roleOf(node) !== 'process') return;
    const callers = graph.edgesIn(node).flatMap((edge) => graph.from(edge) ?? []);
    const entering = graph.edgesIn(node).filter(isDataEdge);
    if (node.kind === 'lambda') {
      const sources = entering.flatMap((edge) => graph.from(edge) ?? []);
      if (sources.length > 0 && sources.every((source) => isStream(source) || callersThatRetry.has(source.kind)))
        return;
    }
    if (need(node, ['retries']) !== 0) return;
    if (
      callers.some(
        (caller) => graph.roleOf(caller) === 'orchestrate' && know(caller, ['config', 'retryCatch']) === true,
      )
    )
      return;
    const interval = entering.flatMap((edge) => mention(edge, ['intervalMinutes']) ?? []).at(0);
    report({
      at: ['retries'],
      message: `${labelOf(node)} has no retry; a network blip costs a run${interval === undefined ? '' : ` and ${interval} min until the next`}. Retry ${usualRetries} times.`,
      fix: { title: `Retry ${usualRetries} times`, edits: [set(node, ['retries'], usualRetries)] },
    });
  },
});
