import { defineRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import { facts } from '../facts';
import { service as firehose } from '../service';

const destinations: ReadonlySet<string> = new Set(facts.destinations.value);

export const rule = defineRule(firehose, {
  id: 'reliability/firehose-no-failure-prefix',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give records that cannot be delivered a place of their own.',
  why: 'Without one they are lost, or lie between good objects where every query reads them.',
  source: facts.undeliveredMaxHours.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4'] },
  check({ node, graph, know, each, report, set }) {
    const targets = graph
      .edgesOut(node)
      .filter(isDataEdge)
      .flatMap((edge) => graph.to(edge) ?? []);
    each(
      targets.filter(({ kind }) => destinations.has(kind)),
      (target) => {
        if (target.kind === 's3') {
          if (know(node, ['config', 'errorPrefix'])) return;
          report({
            at: ['config', 'errorPrefix'],
            message: `Records that ${labelOf(node)} cannot convert or deliver are mixed with good data in ${labelOf(target)}: there is no error prefix. Give them a prefix of their own.`,
            fix: { title: 'Keep failures under "errors/"', edits: [set(node, ['config', 'errorPrefix'], 'errors/')] },
          });
          return;
        }
        const backupMode = know(node, ['config', 'backupMode']);
        if (backupMode !== undefined && backupMode !== 'none') return;
        report({
          at: ['config', 'backupMode'],
          message: `Records that ${labelOf(target)} rejects, or that ${labelOf(node)} cannot deliver within ${facts.undeliveredMaxHours.value} h, are lost. Keep failed records in a backup bucket.`,
          fix: { title: 'Keep failed records', edits: [set(node, ['config', 'backupMode'], 'failed')] },
        });
      },
    );
  },
});
