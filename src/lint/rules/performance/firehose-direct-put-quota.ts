import { peakInto } from '../../../kit/load';
import { Refactoring, streamBefore } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { streamsInto } from '../../../kit/streams';
import { facts } from '../../../services/firehose/facts';
import { service as firehose } from '../../../services/firehose/service';
import { exceeds, peakWords, possibleQuotas, quotaWords } from '../../direct-put';

export const rule = defineRule(firehose, {
  id: 'performance/firehose-direct-put-quota',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep direct writes to a delivery stream within the quota of its Region.',
  why: 'Above the quota producers are throttled, in the very minute in which most happens.',
  exceptions:
    'The quota can be raised on request: suppress the finding with the new number. Requests per second are not judged, because producers decide how many records they put into one.',
  source: facts.directPutQuota.source,
  fix: 'refactor',
  references: { lens: ['11.2'] },
  check(work) {
    const { node, graph, know, undecided, report } = work;
    if (streamsInto(graph, node).length > 0) return;
    const region = know(node, ['region']);
    const quotas = possibleQuotas(region);
    const most = quotas.at(-1)!;
    const peak = peakInto(work, node, (known) => exceeds(known, most));
    if (!quotas.some((quota) => exceeds(peak, quota))) return;
    if (!exceeds(peak, most)) undecided(graph.pipeline.architecture, ['region']);
    const change = new Refactoring(graph);
    const stream = streamBefore(change, graph, node);
    report({
      message: `${labelOf(node)}: declared peak ${peakWords(peak)} exceeds the default Direct PUT quota${region ? ` of ${region}` : ''} (${quotaWords(most)}); producers are throttled. Put a stream in front or ask for more.`,
      values: { ...peak, quotaMibPerSecond: most.mibPerSecond, quotaRecordsPerSecond: most.recordsPerSecond },
      fix: stream ? { title: 'Put a data stream in front', edits: change.edits } : undefined,
    });
  },
});
