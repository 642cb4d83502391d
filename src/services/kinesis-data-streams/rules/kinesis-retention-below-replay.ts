import { storesOfOriginals } from '../../../kit/originals';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { facts } from '../facts';
import { service as kinesisDataStreams } from '../service';

export const rule = defineRule(kinesisDataStreams, {
  id: 'reliability/kinesis-retention-below-replay',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep records at least as long as consumers go back to re-read them.',
  why: 'Expired records are gone: a replay silently starts later than asked.',
  exceptions: 'A store in a landing or raw zone that holds the data set can be re-read instead.',
  source: facts.retentionMaxHours.source,
  fix: 'quickfix',
  references: { lens: ['3.7'], hub: ['Kinesis.3'] },
  check(work) {
    const { node, graph, need, each, report, set } = work;
    const retentionHours = need(node, ['config', 'retentionHours']);
    each(graph.dataOf(node), (data) => {
      const replayHours = need(data, ['replayHours']);
      if (retentionHours >= replayHours || storesOfOriginals(work, data).length > 0) return;
      const keepHours = Math.ceil(replayHours);
      const possible = keepHours <= facts.retentionMaxHours.value;
      report({
        at: ['config', 'retentionHours'],
        message: `${labelOf(node)} keeps records ${retentionHours} h; "${labelOf(data)}" must be re-read up to ${amount(replayHours)} h back, so ${amount(replayHours - retentionHours)} h would be missing. ${possible ? `Keep them ${keepHours} h` : 'Keep a raw copy in S3'}.`,
        values: { retentionHours, replayHours },
        related: [{ element: data, message: 'Declares the replay need' }],
        fix: possible
          ? { title: `Keep records ${keepHours} h`, edits: [set(node, ['config', 'retentionHours'], keepHours)] }
          : undefined,
      });
    });
  },
});
