import { unmaskedWays } from '../../../kit/personal-data';
import { defineRule, labelOf } from '../../../kit/rule';
import { counted, fewOf } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { openEncryption } from '../encryption';
import { service as opensearch } from '../service';

export const rule = defineRule(opensearch, {
  id: 'security/opensearch-no-fine-grained-access',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Control access by index, document and field where several people search, or personal data lies.',
  why: 'The access policy of a domain ends at its door: whoever is let in reads every document of every index.',
  source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
  fix: 'quickfix',
  references: { lens: ['4.3'], hub: ['Opensearch.7'], nag: ['OS5'], checkov: ['CKV2_AWS_52'] },
  check(work) {
    const { node, graph, need, any, report, set } = work;
    if (need(node, ['config', 'fineGrainedAccess'])) return;
    const personas = new Set(graph.grantsOn(node as PipelineNode).map(({ persona }) => persona)).size;
    const sets = graph.dataOf(node);
    const asks = any(() => personas > 1, ...sets.map((data) => () => isPersonal(data)));
    if (!asks) return;
    const personal = sets.filter((data) => data.pii && isPersonal(data)).map((data) => `"${labelOf(data)}"`);
    report({
      at: ['config', 'fineGrainedAccess'],
      message: `${labelOf(node)}: ${personas > 1 ? `${counted(personas, 'persona')} share one access policy` : `whoever is let in reads the personal fields of ${fewOf(personal)}`}; nothing is controlled by index, document or field. Enable fine-grained access control.`,
      values: { personas, personal },
      // It works only on a domain that encrypts everywhere.
      fix: {
        title: 'Enable fine-grained access control',
        edits: [
          set(node, ['config', 'fineGrainedAccess'], true),
          ...openEncryption(work, node).map(({ path, safe }) => set(node, path, safe)),
        ],
      },
    });

    function isPersonal(data: (typeof sets)[number]): boolean {
      return !need(data, ['masked']) && need(data, ['pii']) && unmaskedWays(work, data).has(node as PipelineNode);
    }
  },
});
