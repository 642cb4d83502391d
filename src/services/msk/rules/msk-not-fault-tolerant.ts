import { defineRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { facts } from '../facts';
import { service } from '../service';

const { zonesMin, zones, copies, inSync } = facts.faultTolerance.value;

export const rule = defineRule(service, {
  id: 'reliability/msk-not-fault-tolerant',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep three copies of each record in several zones, and ask for two of them before a write counts.',
  why: 'AWS restarts brokers one by one to patch them: with fewer copies, or all of them asked for, producers stop each time; with one zone its loss takes all.',
  exceptions: 'Express brokers and MSK Serverless keep three copies in three zones whatever is written here.',
  source: facts.faultTolerance.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4'] },
  check({ node, need, know, any, report, set }) {
    if (need(node, ['config', 'mode']) !== 'PROVISIONED') return;
    const factor = need(node, ['config', 'replicationFactor']);
    const written = need(node, ['config', 'minInSync']);
    const falls = any(
      () => factor < copies || written >= factor,
      () => need(node, ['azCount']) < zonesMin,
    );
    if (!falls) return;
    const azCount = know(node, ['azCount']);
    const has = [
      `replication factor ${factor}`,
      `min.insync ${written}`,
      ...(azCount === undefined ? [] : [`${azCount} zone${azCount === 1 ? '' : 's'}`]),
    ];
    const kept = Math.max(factor, copies);
    report({
      message: `${labelOf(node)} has ${listed(has)}: one broker restart stops producers, or its loss takes records. Use ${zones} zones, factor ${copies} and min.insync ${inSync}.`,
      fix: {
        title: `Use ${zones} zones, factor ${kept}, min.insync ${inSync}`,
        edits: [
          ...(azCount === undefined || azCount >= zonesMin ? [] : [set(node, ['azCount'], zones)]),
          ...(factor < kept ? [set(node, ['config', 'replicationFactor'], kept)] : []),
          ...(written < kept ? [] : [set(node, ['config', 'minInSync'], inSync)]),
        ],
      },
    });
  },
});
