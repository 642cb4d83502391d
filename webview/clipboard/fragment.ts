import * as z from 'zod';
import { check } from '../../src/model/check';
import type { Json } from '../../src/model/json';
import type { KindCatalog } from '../../src/model/kind';
import type { Fragment } from '../../src/model/operations';
import { type Edge, listSchemas, type PipelineNode } from '../../src/model/vocabulary';

/**
 * Nodes and edges on the clipboard, as JSON text. What is read from there may come from anywhere: it is checked like a
 * file, and what does not pass is left out.
 */
const clipboardSchema = z.object({
  dataweir: z.literal('fragment'),
  nodes: z.array(z.json()).max(2000),
  edges: z.array(z.json()).max(5000),
});

const longestText = 4_000_000;

export function printFragment(fragment: Fragment): string {
  return JSON.stringify({ dataweir: 'fragment', nodes: fragment.nodes, edges: fragment.edges }, undefined, 2);
}

/** Undefined when the text is not a fragment of a design, or nothing of it can be used. */
export function parseFragment(text: string, kinds: KindCatalog): Fragment | undefined {
  if (text.length > longestText) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const outer = clipboardSchema.safeParse(json);
  if (!outer.success) return undefined;
  const nodes: PipelineNode[] = [];
  const ids = new Set<string>();
  for (const declared of outer.data.nodes) {
    const node = parseNode(declared, kinds);
    if (!node || ids.has(node.id)) continue;
    ids.add(node.id);
    nodes.push(node);
  }
  const edges = outer.data.edges.flatMap((declared): Edge[] => {
    const edge = check(listSchemas.edges, declared).value;
    return edge && ids.has(edge.from) && ids.has(edge.to) ? [edge] : [];
  });
  return nodes.length === 0 ? undefined : { nodes, edges };
}

function parseNode(declared: Json, kinds: KindCatalog): PipelineNode | undefined {
  const node = check(listSchemas.nodes, declared).value;
  const kind = node && kinds.get(node.kind);
  if (!kind) return undefined;
  if (node.config === undefined) return node;
  const { config, ...rest } = node;
  const checked = check(kind.config, config).value;
  return checked === undefined ? rest : { ...rest, config: checked as NonNullable<PipelineNode['config']> };
}
