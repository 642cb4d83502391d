import { freshnessNeed } from '../../../kit/freshness';
import { meanMBps } from '../../../kit/load';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service as firehose } from '../service';

export const rule = defineRule(firehose, {
  id: 'performance/firehose-buffer-over-freshness',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let a delivery stream wait no longer than its consumers can.',
  why: 'While the buffer fills slowly, records are as old as the buffer time when they arrive, and the promise is broken at night and on quiet days first.',
  exceptions: 'Needs below a minute are judged by fit/firehose-too-slow.',
  source: facts.bufferMaxSeconds.source,
  fix: 'quickfix',
  references: { lens: ['8.3'] },
  check(work) {
    const { node, graph, need, mention, each, report, set } = work;
    const bufferSeconds = need(node, ['config', 'bufferSeconds']);
    each(graph.dataIn(node), (data) => {
      const seconds = freshnessNeed(work, node as PipelineNode, data);
      const usual = facts.usualDelaySeconds.value;
      if (seconds < usual || bufferSeconds <= seconds) return;
      const dailyGB = mention(data, ['dailyGB']);
      // Half leaves time for what comes behind; less than fills an object would trade one finding for another.
      const filling = dailyGB ? Math.ceil(facts.smallestObjectMB.value / meanMBps(dailyGB)) : 0;
      const better = Math.max(usual, Math.min(Math.floor(seconds), Math.max(Math.floor(seconds / 2), filling)));
      report({
        at: ['config', 'bufferSeconds'],
        message: `${labelOf(node)} waits up to ${bufferSeconds} s; "${labelOf(data)}" must be usable within ${amount(seconds)} s. Lower the buffer.`,
        values: { bufferSeconds, freshnessSeconds: seconds },
        related: [{ element: data, message: 'Declares the freshness' }],
        fix: { title: `Wait ${better} s at most`, edits: [set(node, ['config', 'bufferSeconds'], better)] },
      });
    });
  },
});
