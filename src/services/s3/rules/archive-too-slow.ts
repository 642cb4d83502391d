import { engines } from '../../../kit/engines';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service as s3 } from '../service';

const hours: Readonly<Record<string, number>> = facts.retrievalHours.value;
const secondsPerHour = 3600;
/** Kinds that read objects as they are: an archived one makes the query fail or silently leaves its rows out. */
const readers: ReadonlySet<string> = new Set([...engines.analyticReaders.value, 'quicksight']);

export const rule = defineRule(s3, {
  id: 'fit/archive-too-slow',
  severity: 'error',
  since: '0.1.0',
  summary: 'Archive in a class that answers as soon as somebody may ask.',
  why: 'Objects in Flexible Retrieval and Deep Archive must be restored for hours before anybody reads them, and query engines do not wait: they skip them.',
  exceptions: 'Declare "retrievalSeconds" where hours are fine.',
  source: facts.retrievalHours.source,
  fix: 'quickfix',
  references: { lens: ['13.2', '9.3'] },
  check({ node, graph, need, mention, each, report, set }) {
    const storageClass = need(node, ['config', 'storageClass']);
    const wait = hours[storageClass];
    if (wait === undefined) return;
    // Objects that are read often cost more in that class than in the usual one.
    const reads = graph.dataOf(node as PipelineNode).map((data) => mention(data, ['readsPerMonth']) ?? 0);
    const instead = Math.max(0, ...reads) > facts.readsPerMonthMax.value.GLACIER_IR ? 'STANDARD' : 'GLACIER_IR';
    const fix = {
      title: instead === 'STANDARD' ? 'Use STANDARD' : 'Use Glacier Instant Retrieval',
      edits: [set(node, ['config', 'storageClass'], instead)],
    };
    const at = ['config', 'storageClass'];
    const read = graph
      .edgesOut(node as PipelineNode)
      .find((edge) => isFlow(edge) && readers.has(graph.to(edge)?.kind ?? ''));
    const engine = read && graph.to(read);
    if (engine) {
      report({
        at,
        message: `${labelOf(engine)} queries ${labelOf(node)}, whose objects (${storageClass}) answer only after a restore of ${wait} h: it fails, or leaves their rows out. Use Glacier Instant Retrieval.`,
        values: { storageClass, hours: wait },
        related: [{ element: engine, message: 'Reads it' }],
        fix,
      });
      return;
    }
    each(graph.dataOf(node as PipelineNode), (data) => {
      const seconds = need(data, ['retrievalSeconds']);
      if (wait * secondsPerHour <= seconds) return;
      report({
        at,
        message: `${labelOf(node)} (${storageClass}) answers after ${wait} h; "${labelOf(data)}" must be readable within ${amount(seconds)} s. Use Glacier Instant Retrieval.`,
        values: { storageClass, hours: wait, retrievalSeconds: seconds },
        related: [{ element: data, message: 'Declares the wait' }],
        fix,
      });
    });
  },
});
