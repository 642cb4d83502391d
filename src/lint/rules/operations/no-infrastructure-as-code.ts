import { isResource } from '../../../kit/resources';
import { defineDesignRule } from '../../../kit/rule';
import { counted } from '../../../kit/words';

export const rule = defineDesignRule({
  id: 'operations/no-infrastructure-as-code',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Deploy production from templates that are kept under version control.',
  why: 'What was clicked together cannot be reviewed, rolled back or built a second time.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/design-for-operations.html',
  fix: null,
  references: { lens: ['2.1', '2.3'] },
  check({ architecture, graph, need, any, report }) {
    if (need(architecture, ['environment']) !== 'production') return;
    const resources = graph.pipeline.nodes.filter((node) => isResource(graph, node));
    if (resources.length === 0) return;
    const byHand = any(
      () => need(architecture, ['iac']) === 'none',
      () => !need(architecture, ['versionControl']),
    );
    if (!byHand) return;
    const untemplated = architecture.iac === 'none';
    report({
      at: [untemplated ? 'iac' : 'versionControl'],
      message: `${counted(resources.length, 'resource')} in production ${resources.length === 1 ? 'has' : 'have'} ${untemplated ? 'no template' : 'templates outside version control'}: no review, no rollback, no second environment. ${untemplated ? 'Export this design as a CDK project and' : 'Commit them and'} deploy from there.`,
      values: { resources: resources.length },
    });
  },
});
