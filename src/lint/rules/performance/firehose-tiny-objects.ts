import { engines } from '../../../kit/engines';
import { mentionedFreshness } from '../../../kit/freshness';
import { meanInto, mentionedInto } from '../../../kit/load';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../../../services/firehose/facts';
import { service as firehose } from '../../../services/firehose/service';

const analytic: ReadonlySet<string> = new Set(engines.analyticReaders.value);
const secondsPerDay = 86_400;

export const rule = defineRule(firehose, {
  id: 'performance/firehose-tiny-objects',
  severity: 'info',
  since: '0.1.0',
  summary: 'Let a delivery stream collect objects that are worth opening.',
  why: 'Every object costs a request to list and one to open; thousands of tiny ones make a query slow and dear however little they hold.',
  exceptions: 'A delivery stream that collects as long as its consumers can wait, or as long as it can, is left alone.',
  source: [facts.smallestObjectMB.source, facts.bufferMaxMB.source],
  fix: 'quickfix',
  references: { lens: ['10.1'] },
  check(work) {
    const { node: delivery, graph, need, know, report, set } = work;
    const node = delivery as PipelineNode;
    const stores = graph.edgesOut(node).flatMap((edge) => (isFlow(edge) ? (graph.to(edge) ?? []) : []));
    const reader = stores
      .filter(({ kind }) => kind === 's3')
      .flatMap((store) => graph.downstream(store))
      .find(({ kind }) => analytic.has(kind));
    if (!reader) return;
    const [bufferMB, bufferSeconds] = [
      need(delivery, ['config', 'bufferMB']),
      need(delivery, ['config', 'bufferSeconds']),
    ];
    const least = facts.smallestObjectMB.value;
    const rate = bufferMB < least ? (mentionedInto(work, node).meanMBps ?? Infinity) : meanInto(work, node);
    const objectMB = Math.min(bufferMB, rate * bufferSeconds);
    if (objectMB >= least) return;
    const every = Number.isFinite(rate) ? Math.min(bufferSeconds, bufferMB / rate) : bufferSeconds;
    const [mostMB, mostSeconds] = [facts.bufferMaxMB.value, facts.bufferMaxSeconds.value];
    const needs = graph.dataIn(node).map((data) => mentionedFreshness({ graph, mention: know }, node, data));
    const known = needs.filter((need) => need !== undefined);
    const seconds = Math.floor(Math.min(mostSeconds, ...known));
    // As long as consumers can wait already: nothing is left to advise.
    if (bufferMB >= least && bufferSeconds >= seconds) return;
    // A need that nobody declared allows no longer wait.
    const helps =
      known.length === needs.length && seconds >= bufferSeconds && Math.min(mostMB, rate * seconds) >= least;
    report({
      at: ['config', bufferMB < least ? 'bufferMB' : 'bufferSeconds'],
      message: `${labelOf(delivery)} writes an object of ${amount(objectMB)} MB every ${amount(every)} s (${Math.round(secondsPerDay / every)} objects/day) for ${labelOf(reader)} to open. Collect longer where freshness allows.`,
      values: { objectMB, bufferMB, bufferSeconds },
      fix: helps
        ? {
            title: `Collect ${mostMB} MB or ${seconds} s`,
            edits: [set(delivery, ['config', 'bufferMB'], mostMB), set(delivery, ['config', 'bufferSeconds'], seconds)],
          }
        : undefined,
    });
  },
});
