import { type Case, defineGrantRule, labelOf } from '../../../kit/rule';
import type { Persona, PipelineNode } from '../../../model/vocabulary';
import { usesOf } from '../../personas';
import { zoneTable } from '../../tables/zones';

const { ranks, curatedReaders } = zoneTable;
const analysts: ReadonlySet<string> = new Set(curatedReaders.value);

export const rule = defineGrantRule({
  id: 'iam/grant-wider-than-need',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Grant people the tables they use, in zones made for them, and guests for a time.',
  why: 'What is granted and not used is found by curiosity, by mistake, or by whoever takes over the session.',
  exceptions: 'A grant on a store of which no way leads to the person is not judged: nobody drew what it is for.',
  source: [
    curatedReaders.source,
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  fix: 'quickfix',
  references: { lens: ['4.3', '5.2'] },
  check(work) {
    const { grant, graph, need, know, report, set } = work;
    const [persona, node] = [graph.findPersona(grant.persona), graph.findNode(grant.node)];
    if (!persona || !node) return;
    const who = labelOf(persona);
    if (persona.type === 'external' && grant.expires === undefined)
      report({
        at: ['expires'],
        message: `${who} is from outside, and the grant on ${labelOf(node)} never ends; nobody will think of taking it back. Give it an end.`,
        related: [{ element: persona, message: 'From outside' }],
      });
    const zone = know(node, ['zone']);
    if (zone !== undefined && ranks.value[zone] < ranks.value.trusted && analysts.has(persona.type))
      report({
        at: ['node'],
        message: `${who} (${persona.type}) is granted originals in ${labelOf(node)} (${zone}), which nobody has checked or masked. Grant what is made of them in a later zone.`,
        values: { zone, type: persona.type },
        related: [{ element: node, message: 'Holds originals' }],
      });
    const scope = need(grant, ['scope']);
    if (scope !== 'store' && scope !== 'database') return;
    const used = narrowestUse(work, persona, node);
    if (!used) return;
    const narrower = node.kind === 's3' && used.prefix ? 'prefix' : 'table';
    report({
      at: ['scope'],
      message: `${who} is granted the whole ${scope} on ${labelOf(node)} and uses "${used.name}" of it. Grant the ${narrower} only.`,
      values: { scope, used: used.name },
      related: [{ element: persona, message: 'Uses less' }],
      fix: { title: `Grant the ${narrower} only`, edits: [set(grant, ['scope'], narrower)] },
    });
  },
});

/** The one prefix, table or data set by which all ways from a node lead to a persona; undefined where they use more, or all there is. */
function narrowestUse(
  { graph }: Pick<Case, 'graph'>,
  persona: Persona,
  node: PipelineNode,
): { readonly name: string; readonly prefix: boolean } | undefined {
  const [first, ...others] = usesOf(graph, persona, node);
  if (!first) return undefined;
  if (first.prefix)
    return others.every(({ prefix }) => prefix === first.prefix) ? { name: first.prefix, prefix: true } : undefined;
  const data = graph.findData(first.data);
  if (!data || others.some((edge) => edge.data !== first.data) || graph.dataOf(node).length < 2) return undefined;
  return { name: labelOf(data), prefix: false };
}
