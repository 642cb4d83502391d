import { Refactoring } from '../../../kit/refactoring';
import { defineNodeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { facts as kinesis } from '../../../services/kinesis-data-streams/facts';
import { kbPerKiB, lambdaLimitKB, payloadLimitKB, payloadSources, syncCallers } from '../../tables/payloads';

export const rule = defineNodeRule({
  id: 'graph/payload-exceeds-limit',
  severity: 'error',
  since: '0.1.0',
  summary: 'Send no record that a hop on its way refuses.',
  why: 'A record above the limit is rejected: the producer gets an error, and the data is gone unless it keeps a copy.',
  exceptions: 'The largest record is four times the mean where only the mean is declared.',
  source: payloadSources,
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check({ node, graph, need, each, report }) {
    const isStream = node.kind === 'kinesis-data-streams';
    const called =
      node.kind === 'lambda' && graph.edgesIn(node).some((edge) => syncCallers.has(graph.from(edge)?.kind ?? ''));
    const limitKB = isStream
      ? Math.min(need(node, ['config', 'maxRecordKiB']) as number, kinesis.recordMaxKiB.value) * kbPerKiB
      : called
        ? lambdaLimitKB
        : payloadLimitKB[node.kind];
    if (limitKB === undefined) return;
    each(graph.dataIn(node), (data) => {
      const recordKB = need(data, ['maxRecordKB']);
      if (recordKB <= limitKB) return;
      const neededKiB = Math.ceil(recordKB / kbPerKiB);
      const change = new Refactoring(graph);
      change.set(node, ['config', 'maxRecordKiB'], neededKiB);
      const raises = isStream && neededKiB <= kinesis.recordMaxKiB.value;
      report({
        ...(isStream && { at: ['config', 'maxRecordKiB'] }),
        message: `Records of "${labelOf(data)}" reach ${amount(recordKB)} KB; ${labelOf(node)} takes ${amount(limitKB)} KB and refuses them. ${raises ? 'Raise its limit, or store' : 'Store'} the body in S3 and pass its key.`,
        values: { maxRecordKB: recordKB, limitKB },
        related: [{ element: data, message: 'Declared here' }],
        fix: raises ? { title: `Take records of ${neededKiB} KiB`, edits: change.edits } : undefined,
      });
    });
  },
});
