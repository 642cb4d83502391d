import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { defineRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as emrServerless } from '../../../services/emr-serverless/service';
import { isSkilled } from '../../skills';
import { batchEngines } from '../../tables/batch-engines';

export const rule = defineRule(emrServerless, {
  id: 'fit/emr-serverless-unskilled-team',
  severity: 'info',
  since: '0.1.0',
  summary: 'Choose an engine that the team can work with.',
  why: 'EMR runs programs that somebody has to write and tune; Glue Studio and DataBrew draw them.',
  exceptions: 'Applications moved unchanged. A design that says nothing of the skills of its team is not judged.',
  source: [batchEngines.skills.source, 'https://docs.aws.amazon.com/glue/latest/dg/author-job-glue.html'],
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check({ node, graph, matrix, need, undecided, report }) {
    const { architecture } = graph.pipeline;
    if (need(node, ['config', 'migration'])) return;
    const skilled = isSkilled(architecture) ?? undecided(architecture, ['teamSkills']);
    if (skilled) return;
    const declared = architecture.teamSkills ?? [];
    const change = new Refactoring(graph);
    const replaced =
      need(node, ['config', 'framework']) === 'spark' &&
      replaceBy(change, graph, matrix, node as PipelineNode, 'glue-job');
    report({
      message: `${labelOf(node)} expects Spark or Hive, and the team declares ${declared.length > 0 ? `only ${listed(declared)}` : 'no skills'}. Glue Studio or DataBrew needs less code.`,
      values: { teamSkills: declared },
      fix: replaced ? { title: 'Replace it by a Glue job', edits: change.edits } : undefined,
    });
  },
});
