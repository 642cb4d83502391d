import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'cost/dynamodb-no-autoscaling',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let provisioned capacity of a table follow its load.',
  why: 'Fixed capacity is too much most of the time, and too little in a burst: then requests are throttled.',
  source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html',
  fix: 'quickfix',
  references: { lens: ['11.2'], hub: ['DynamoDB.1'], checkov: ['CKV2_AWS_16'] },
  check({ node, graph, need, mention, report, set }) {
    if (need(node, ['config', 'mode']) !== 'PROVISIONED' || need(node, ['config', 'autoScaling'])) return;
    const bursts = graph.dataIn(node as PipelineNode).flatMap((data) => mention(data, ['burstFactor']) ?? []);
    const burst = bursts.length > 0 ? `bursts of ${amount(Math.max(...bursts))} times the mean` : 'any burst';
    report({
      at: ['config', 'autoScaling'],
      message: `${labelOf(node)} has fixed capacity for ${burst}: paid for when idle, throttled when busy. Switch auto scaling on.`,
      fix: { title: 'Switch auto scaling on', edits: [set(node, ['config', 'autoScaling'], true)] },
    });
  },
});
