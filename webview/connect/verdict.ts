import { edgeKindOf, type Matrix, type Pair } from '../../src/kit/connection';
import type { Service } from '../../src/kit/service';
import type { PipelineDocument } from '../../src/model/document';
import type { Edge, PipelineNode } from '../../src/model/vocabulary';

/** Whether an edge may be drawn, and what to tell the person. */
export type Verdict =
  | { readonly allowed: true; readonly pair: Pair; readonly advice: string | undefined }
  | {
      readonly allowed: false;
      readonly message: string;
      readonly detail: string | undefined;
      /** Kinds that can stand between the two: both ways are in the matrix. */
      readonly between: readonly string[];
      /** The edge that is there already. */
      readonly existing?: string;
    };

export interface Judge {
  readonly matrix: Matrix;
  readonly kinds: ReadonlyMap<string, Service>;
}

const ways: Readonly<Record<Exclude<Pair['way'], 'refused'>, string>> = {
  native: 'Configuration only',
  'zero-etl': 'Managed replication',
  connector: 'Needs an agent, connector or driver',
  code: 'Needs code, such as a function',
  query: 'Queried in place',
  metadata: 'Metadata or permissions only',
};

export const describeWay = (way: Pair['way']): string => (way === 'refused' ? 'Not possible' : ways[way]);

/** Quick answer for the highlights while an edge is being drawn. */
export function mayConnect({ matrix }: Judge, from: PipelineNode, to: PipelineNode): boolean {
  if (from.id === to.id) return false;
  const pair = matrix.find(from.kind, to.kind);
  return pair !== undefined && pair.way !== 'refused';
}

export function judge(rules: Judge, document: PipelineDocument, from: PipelineNode, to: PipelineNode): Verdict {
  const { matrix, kinds } = rules;
  const name = (kind: string): string => kinds.get(kind)?.label ?? kind;
  const refuse = (message: string, detail?: string, between: readonly string[] = []): Verdict => ({
    allowed: false,
    message,
    detail,
    between,
  });
  if (from.id === to.id) return refuse('A node cannot feed itself.');
  const pair = matrix.find(from.kind, to.kind);
  if (pair && pair.way !== 'refused') {
    const data = dataToCarry(document, from);
    const existing = document.value.edges.find(
      (edge) =>
        edge.from === from.id &&
        edge.to === to.id &&
        (edge.kind ?? 'data') === edgeKindOf(pair.way) &&
        edge.data === data,
    );
    if (existing)
      return {
        allowed: false,
        message: `${labelOf(from)} and ${labelOf(to)} are already joined this way.`,
        detail: undefined,
        between: [],
        existing: existing.id,
      };
    const advice =
      pair.way === 'connector' || pair.way === 'code' ? `${describeWay(pair.way)}: ${pair.pattern}` : undefined;
    return { allowed: true, pair, advice };
  }
  const message = `${name(from.kind)} cannot feed ${name(to.kind)}${pair ? ' directly' : ''}.`;
  const between = pair?.intermediates ?? [...kinds.keys()];
  const passable = between.filter(
    (kind) => kinds.has(kind) && open(matrix.find(from.kind, kind)) && open(matrix.find(kind, to.kind)),
  );
  if (pair) return refuse(message, sentence(pair.pattern), passable);
  const possible = matrix.feeds(from.kind).flatMap((other) => kinds.get(other.to)?.label ?? []);
  const detail =
    possible.length > 0
      ? `Possible from ${name(from.kind)}: ${possible.join(', ')}.`
      : `Nothing can be fed by ${name(from.kind)}.`;
  return refuse(message, detail, passable.slice(0, 3));
}

const open = (pair: Pair | undefined): boolean => pair !== undefined && pair.way !== 'refused';

const sentence = (text: string): string => {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
};

const labelOf = (node: PipelineNode): string => `"${node.label ?? node.id}"`;

/** The data set a new edge carries: the only one its source holds, makes or is fed; undefined when there are several or none. */
export function dataToCarry(document: PipelineDocument, from: PipelineNode): string | undefined {
  const ids = new Set(from.data);
  if (ids.size === 0) {
    for (const { to, data, kind } of document.value.edges)
      if (to === from.id && data !== undefined && (kind === undefined || kind === 'data' || kind === 'query'))
        ids.add(data);
  }
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** The edge as it is written. */
export function newEdge(
  document: PipelineDocument,
  from: PipelineNode,
  to: PipelineNode,
  pair: Pair,
): Omit<Edge, 'id'> {
  const kind = edgeKindOf(pair.way);
  const data = dataToCarry(document, from);
  return { from: from.id, to: to.id, ...(kind !== 'data' && { kind }), ...(data !== undefined && { data }) };
}
