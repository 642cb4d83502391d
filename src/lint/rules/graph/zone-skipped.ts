import { insertInto, Refactoring } from '../../../kit/refactoring';
import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { catalogueAfter } from '../../catalogued';
import { storesBefore } from '../../stores-before';
import { zoneTable } from '../../tables/zones';

const ranks = zoneTable.ranks.value;
const names: readonly string[] = zoneTable.names.value;
const rawReaders: ReadonlySet<string | undefined> = new Set(zoneTable.rawReaders.value);
const trusted = ranks.trusted;

type Zone = keyof typeof ranks;

export const rule = defineEdgeRule({
  id: 'graph/zone-skipped',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Take data through the zones of the lake one by one: landing, raw, trusted, curated.',
  why: 'Each zone checks what the one before could not promise. What skips one reaches people unchecked.',
  exceptions: 'Data engineers, operators and stewards may read originals.',
  source: [zoneTable.ranks.source, zoneTable.rawReaders.source],
  fix: 'refactor',
  references: { lens: ['7.2', '6.4'] },
  check({ edge, graph, matrix, know, report }) {
    const to = graph.to(edge);
    if (!to || !isFlow(edge)) return;
    const target = know(to, ['zone']);
    const reads = graph.roleOf(to) === 'consume' && !mayReadRaw({ graph, know }, to);
    if (target === undefined && !reads) return;
    const rank = target === undefined || reads ? ranks.curated : ranks[target];
    // Said once, of what comes the shortest way: the farther zones are closer then.
    const origins = storesBefore(graph, edge.from).flatMap((store) => {
      const zone: Zone | undefined = know(store, ['zone']);
      return zone === undefined ? [] : [{ from: store, zone }];
    });
    const [worst] = origins.sort((a, b) => ranks[a.zone] - ranks[b.zone]);
    if (!worst) return;
    const { from, zone } = worst;
    // A consumer may read what is trusted already; a zone may take from the one before it.
    if (reads ? ranks[zone] >= trusted : rank - ranks[zone] < 2) return;
    const missing = names.slice(ranks[zone] + 1, reads ? trusted + 1 : rank);
    const change = new Refactoring(graph);
    const direct = from.id === edge.from && ranks[zone] + 1 === trusted;
    if (direct) {
      const ids = insertInto(change, graph, matrix, edge, ['lambda', 's3'], {
        lambda: { label: `Clean ${labelOf(from)}` },
        s3: { label: `Trusted ${labelOf(from)}`, zone: 'trusted' },
      });
      catalogueAfter(change, graph, edge, to, ['lambda', 's3'], ids);
    }
    const consequence = reads ? `${labelOf(to)} reads data that nobody checked` : 'what arrives was never checked';
    report({
      message: `${labelOf(from)} (${zone}) → ${labelOf(to)}${target === undefined ? '' : ` (${target})`} skips ${listed(missing)}: ${consequence}. Put the missing ${missing.length === 1 ? 'zone' : 'zones'} with the cleaning step in between.`,
      values: { from: zone, ...(target !== undefined && { to: target }), missing },
      fix: direct ? { title: 'Add the trusted zone and its cleaning step', edits: change.edits } : undefined,
    });
  },
});

function mayReadRaw({ graph, know }: Pick<Case, 'graph' | 'know'>, node: PipelineNode): boolean {
  if (node.kind !== 'persona') return false;
  const persona = know(node, ['config', 'persona']);
  return rawReaders.has(graph.findPersona(typeof persona === 'string' ? persona : undefined)?.type);
}
