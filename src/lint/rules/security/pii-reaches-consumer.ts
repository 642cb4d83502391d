import { unmaskedWays } from '../../../kit/personal-data';
import { defineGrantRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { people } from '../../tables/people';

const servingStores: ReadonlySet<string> = new Set(people.servingStores.value);
const narrow: ReadonlySet<string> = new Set(['column', 'row']);

export const rule = defineGrantRule({
  id: 'security/pii-reaches-consumer',
  severity: 'error',
  since: '0.1.0',
  summary: 'Show people personal columns only through a mask or a filter.',
  why: 'A grant on a whole table hands over every personal column in it, whatever the question was.',
  exceptions:
    'People whose work is with single persons, such as customer service: suppress the finding on their grant, with the reason.',
  source: ['https://docs.aws.amazon.com/lake-formation/latest/dg/data-filtering.html', people.servingStores.source],
  fix: null,
  references: { lens: ['3.1', '4.3'] },
  check(work) {
    const { grant, graph, need, report } = work;
    const node = graph.findNode(grant.node);
    const data = graph.findData(grant.data);
    if (!node || !data || (graph.roleOf(node) !== 'consume' && !servingStores.has(node.kind))) return;
    const scope = need(grant, ['scope']);
    if (narrow.has(scope) || need(data, ['masked']) || !need(data, ['pii'])) return;
    const way = unmaskedWays(work, data).get(node);
    if (!way) return;
    const persona = graph.findPersona(grant.persona);
    const columns = data.piiColumns ?? [];
    report({
      at: ['scope'],
      message: `${persona ? labelOf(persona) : grant.persona} sees ${listed(columns) || 'the personal columns'} of "${labelOf(data)}" through ${labelOf(node)}: nothing masks it on the way and the grant covers the whole ${scope}. Mask it, or grant columns.`,
      values: { columns, scope },
      related: [
        { element: node, message: 'Where it is read' },
        ...way.flatMap((edge) => graph.from(edge) ?? []).map((element) => ({ element, message: 'On the way' })),
      ],
    });
  },
});
