import { dayWords } from '../../../kit/day';
import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import type { NodeOf } from '../../../kit/service';
import { facts } from '../facts';
import { service } from '../service';

type Withdrawn = keyof typeof facts.heirs.value;

export const rule = defineRule(service, {
  id: 'lifecycle/redshift-legacy',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Run the warehouse on RA3 nodes or Serverless, and functions of SQL in Lambda.',
  why: 'DC2 and DS2 nodes are withdrawn and grow only with their storage; calls of Python functions fail.',
  source: [facts.heirs.source, facts.pythonUdfEnded.source],
  fix: 'refactor',
  references: { lens: ['11.1', '13.3'] },
  check(work) {
    const { node, know, report } = work;
    const nodeType = know(node, ['config', 'nodeType']);
    if (nodeType !== undefined && isWithdrawn(nodeType)) {
      report({
        at: ['config', 'nodeType'],
        message: `${labelOf(node)}: ${nodeType} couples storage and compute and is withdrawn. Use ${facts.heirs.value[nodeType]}, or Redshift Serverless.`,
        fix: onRa3(work, node, nodeType),
      });
    }
    if (know(node, ['config', 'pythonUdf']) === true) {
      report({
        at: ['config', 'pythonUdf'],
        severity: 'error',
        message: `${labelOf(node)} calls functions in Python, which ended on ${dayWords(facts.pythonUdfEnded.value)}: the SQL that calls them fails. Use Lambda functions.`,
      });
    }
  },
});

const isWithdrawn = (nodeType: string): nodeType is Withdrawn => Object.hasOwn(facts.heirs.value, nodeType);

/** The RA3 type in its place, with as many nodes as that type takes. */
function onRa3({ graph, know }: Case, node: NodeOf<typeof service>, nodeType: Withdrawn): Fix {
  const heir = facts.heirs.value[nodeType];
  const { least, most } = facts.nodes.value[heir];
  const nodes = know(node, ['config', 'nodes'])!;
  const change = new Refactoring(graph);
  change.set(node, ['config', 'nodeType'], heir);
  if (nodes < least || nodes > most) change.set(node, ['config', 'nodes'], Math.min(Math.max(nodes, least), most));
  return { title: `Use ${heir}`, edits: change.edits };
}
