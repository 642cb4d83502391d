import { insertInto, Refactoring } from '../../../kit/refactoring';
import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { type Graph, isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { catalogueAfter } from '../../catalogued';
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
    const origins = originsOf(graph, edge.from).flatMap((store) => {
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

const cache = new WeakMap<Graph, Map<string, readonly PipelineNode[]>>();

/** Stores from which an edge out of `id` brings data: the node itself, or those before it when it keeps nothing. */
function originsOf(graph: Graph, id: string): readonly PipelineNode[] {
  const known = cache.get(graph) ?? new Map<string, readonly PipelineNode[]>();
  cache.set(graph, known);
  let origins = known.get(id);
  if (!origins) {
    origins = findOrigins(graph, id);
    known.set(id, origins);
  }
  return origins;
}

function findOrigins(graph: Graph, id: string): readonly PipelineNode[] {
  const start = graph.findNode(id);
  if (!start) return [];
  const reached = new Set([start]);
  for (const node of reached) {
    // What a reader makes of originals is told where it reads them.
    if (graph.isStore(node) || graph.roleOf(node) === 'consume') continue;
    for (const edge of graph.edgesIn(node)) {
      const before = isFlow(edge) ? graph.from(edge) : undefined;
      if (before) reached.add(before);
    }
  }
  return [...reached].filter((node) => graph.isStore(node));
}

function mayReadRaw({ graph, know }: Pick<Case, 'graph' | 'know'>, node: PipelineNode): boolean {
  if (node.kind !== 'persona') return false;
  const persona = know(node, ['config', 'persona']);
  return rawReaders.has(graph.findPersona(typeof persona === 'string' ? persona : undefined)?.type);
}
