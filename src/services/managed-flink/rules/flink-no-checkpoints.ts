import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { facts } from '../facts';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'reliability/flink-no-checkpoints',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let Flink keep its state in checkpoints.',
  why: 'Applications restart: after faults, with each update, and when AWS mends the hosts. Without checkpoints they forget what they had counted.',
  source: facts.checkpointSeconds.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4'], nag: ['KDA3'] },
  check({ node, need, mention, report, set }) {
    if (need(node, ['config', 'checkpointing'])) return;
    const seconds = mention(node, ['config', 'windowSeconds']);
    report({
      at: ['config', 'checkpointing'],
      message: `${labelOf(node)} restarts from nothing: ${seconds === undefined ? 'its state is' : `windows of ${amount(seconds)} s are`} recomputed or lost. Turn checkpoints on.`,
      fix: { title: 'Turn checkpoints on', edits: [set(node, ['config', 'checkpointing'], true)] },
    });
  },
});
