import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { facts } from '../facts';
import { service } from '../service';

const { least } = facts.masters.value;

export const rule = defineRule(service, {
  id: 'reliability/opensearch-no-dedicated-masters',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give domains of production three dedicated masters.',
  why: 'A data node that is busy with searches loses the vote it leads: the cluster splits or stops to elect another.',
  source: facts.masters.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['6.4'], hub: ['Opensearch.11'], nag: ['OS4'], checkov: ['CKV_AWS_318', 'CKV2_AWS_59'] },
  check({ node, need, report, set }) {
    if (need(node, ['environment']) !== 'production') return;
    const masters = need(node, ['config', 'dedicatedMasters']);
    if (masters >= least) return;
    report({
      at: ['config', 'dedicatedMasters'],
      message: `${labelOf(node)} has ${masters === 0 ? 'no dedicated masters' : counted(masters, 'dedicated master')}; ${least} keep a quorum when one fails or data nodes are busy.`,
      values: { dedicatedMasters: masters },
      fix: { title: `Use ${least} dedicated masters`, edits: [set(node, ['config', 'dedicatedMasters'], least)] },
    });
  },
});
