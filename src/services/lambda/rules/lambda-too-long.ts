import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { facts } from '../facts';
import { service as lambda } from '../service';

export const rule = defineRule(lambda, {
  id: 'fit/lambda-too-long',
  severity: 'error',
  since: '0.1.0',
  summary: 'Use a function only for what ends within a quarter of an hour.',
  why: 'At the limit the function is stopped in the middle of its work, and started again from the beginning.',
  source: facts.timeoutMaxMinutes.source,
  fix: null,
  references: { lens: ['8.1'] },
  check({ node, need, any, know, report }) {
    const [minutes, memoryMB] = [facts.timeoutMaxMinutes.value, facts.memoryMaxMB.value];
    const fails = any(
      () => need(node, ['config', 'memoryMB']) > memoryMB,
      () => need(node, ['durationMinutes']) > minutes,
    );
    if (!fails) return;
    const [duration, memory] = [know(node, ['durationMinutes']), know(node, ['config', 'memoryMB'])];
    const tooLong = duration !== undefined && duration > minutes;
    report({
      at: tooLong ? ['durationMinutes'] : ['config', 'memoryMB'],
      message: tooLong
        ? `${labelOf(node)} needs ${amount(duration)} min; Lambda stops at ${minutes}. Use Glue, EMR Serverless or a container.`
        : `${labelOf(node)} asks for ${memory} MB of memory; Lambda has ${memoryMB} MB at most. Use Glue, EMR Serverless or a container.`,
      values: {
        ...(duration !== undefined && { durationMinutes: duration }),
        ...(memory !== undefined && { memoryMB: memory }),
      },
    });
  },
});
