import type { Edge as FlowEdge, Node as FlowNode, NodeHandle, Position } from '@xyflow/react';
import type { Service } from '../../src/kit/service';
import type { PipelineDocument } from '../../src/model/document';
import type { Edge, edgeKinds, Pipeline, PipelineNode } from '../../src/model/vocabulary';
import { nodeHeightPx, nodeWidthPx, type Point, placesOf, type Sides, sidesOf } from '../../src/picture/geometry';
import { kinds } from '../catalog';
import { type Counts, elementKey, type FindingIndex, noFindings, printCounts, sameCounts } from '../findings/findings';
import type { Selection } from '../session/state';

export type ServiceNodeData = {
  readonly entry: PipelineNode;
  readonly service: Service | undefined;
  readonly counts: Counts;
};
export type ServiceFlowNode = FlowNode<ServiceNodeData, 'service'>;
export type EdgeMeaning = (typeof edgeKinds)[number];
export type PipelineEdgeData = {
  readonly entry: Edge;
  readonly meaning: EdgeMeaning;
  readonly label: string | undefined;
  readonly counts: Counts;
  /** Places of the nodes at its ends: it is drawn between the sides that face each other. */
  readonly from: Point;
  readonly to: Point;
  readonly sides: Sides;
};
export type PipelineFlowEdge = FlowEdge<PipelineEdgeData, 'pipeline'>;

export interface Picture {
  readonly nodes: ServiceFlowNode[];
  readonly edges: PipelineFlowEdge[];
  readonly places: ReadonlyMap<string, Point>;
}

export interface PictureInput {
  readonly document: PipelineDocument;
  readonly selection: Selection;
  readonly moving: ReadonlyMap<string, Point>;
  readonly findings: FindingIndex;
}

/**
 * Turns the design into what React Flow draws. Objects whose content did not change are the same objects as before, so
 * one change redraws one node.
 */
export class Projector {
  #nodes = new Map<string, ServiceFlowNode>();
  #edges = new Map<string, PipelineFlowEdge>();
  #last: { input: PictureInput; picture: Picture } | undefined;
  #labels: { pipeline: Pipeline; labels: ReadonlyMap<Edge, string> } | undefined;
  #places: { nodes: readonly PipelineNode[]; places: ReadonlyMap<string, Point> } | undefined;

  project(input: PictureInput): Picture {
    const last = this.#last?.input;
    if (
      last &&
      last.document === input.document &&
      last.selection === input.selection &&
      last.moving === input.moving &&
      last.findings === input.findings
    ) {
      return this.#last!.picture;
    }
    const pipeline = input.document.value;
    const places = this.#placesOf(pipeline, input.moving);
    const picture = {
      nodes: this.#projectNodes(pipeline, input, places),
      edges: this.#projectEdges(pipeline, input, places),
      places,
    };
    this.#last = { input, picture };
    return picture;
  }

  #placesOf(pipeline: Pipeline, moving: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> {
    if (this.#places?.nodes !== pipeline.nodes)
      this.#places = { nodes: pipeline.nodes, places: placesOf(pipeline.nodes) };
    const { places } = this.#places;
    return moving.size === 0 ? places : new Map([...places, ...[...moving].filter(([id]) => places.has(id))]);
  }

  #projectNodes(
    pipeline: Pipeline,
    { selection, findings }: PictureInput,
    places: ReadonlyMap<string, Point>,
  ): ServiceFlowNode[] {
    const next = new Map<string, ServiceFlowNode>();
    for (const entry of pipeline.nodes) {
      const place = places.get(entry.id)!;
      const selected = selection.nodes.has(entry.id);
      const { counts } = findings.get(elementKey('nodes', entry.id)) ?? noFindings;
      const old = this.#nodes.get(entry.id);
      const sameData = old !== undefined && old.data.entry === entry && sameCounts(old.data.counts, counts);
      if (sameData && old.selected === selected && old.position.x === place.x && old.position.y === place.y) {
        next.set(entry.id, old);
        continue;
      }
      const service = kinds.get(entry.kind);
      next.set(entry.id, {
        ...nodeShape,
        id: entry.id,
        position:
          old && old.position.x === place.x && old.position.y === place.y ? old.position : { x: place.x, y: place.y },
        selected,
        data: sameData ? old.data : { entry, service, counts },
        ariaLabel: nodeName(entry, service, counts),
      });
    }
    this.#nodes = next;
    return [...next.values()];
  }

  #projectEdges(
    pipeline: Pipeline,
    { selection, findings }: PictureInput,
    places: ReadonlyMap<string, Point>,
  ): PipelineFlowEdge[] {
    const next = new Map<string, PipelineFlowEdge>();
    if (this.#labels?.pipeline !== pipeline) this.#labels = { pipeline, labels: edgeLabels(pipeline) };
    const { labels } = this.#labels;
    let names: ReadonlyMap<string, string> | undefined;
    for (const entry of pipeline.edges) {
      const [from, to] = [places.get(entry.from), places.get(entry.to)];
      // An edge to nowhere cannot be drawn; the rule `graph/dangling-edge` reports it.
      if (!from || !to) continue;
      const selected = selection.edges.has(entry.id);
      const { counts } = findings.get(elementKey('edges', entry.id)) ?? noFindings;
      const label = labels.get(entry);
      const old = this.#edges.get(entry.id);
      const before = old?.data;
      const sameData =
        before !== undefined &&
        before.entry === entry &&
        before.label === label &&
        samePlace(before.from, from) &&
        samePlace(before.to, to) &&
        sameCounts(before.counts, counts);
      if (old && sameData && old.selected === selected) {
        next.set(entry.id, old);
        continue;
      }
      names ??= new Map(pipeline.nodes.map((node) => [node.id, node.label ?? node.id]));
      const meaning = entry.kind ?? 'data';
      next.set(entry.id, {
        id: entry.id,
        type: 'pipeline',
        source: entry.from,
        target: entry.to,
        sourceHandle: 'right',
        targetHandle: 'left',
        selected,
        data: sameData
          ? before
          : { entry, meaning, label, counts, from, to, sides: sidesOf(from, to, places.values()) },
        ariaLabel: [`${meaning} from ${names.get(entry.from)} to ${names.get(entry.to)}`, label, printCounts(counts)]
          .filter(Boolean)
          .join(', '),
      });
    }
    this.#edges = next;
    return [...next.values()];
  }
}

function nodeName(entry: PipelineNode, service: Service | undefined, counts: Counts): string {
  const kind = service?.label ?? `unknown service ${entry.kind}`;
  return [entry.label ?? entry.id, kind, service?.retired && 'retired', printCounts(counts)].filter(Boolean).join(', ');
}

/**
 * What stands on the edges: their own label, else the data set's name where it sets out; further along the name would
 * only repeat itself.
 */
export function edgeLabels(pipeline: Pipeline): ReadonlyMap<Edge, string> {
  const names = new Map(pipeline.data.map((data) => [data.id, data.name ?? data.id]));
  const arriving = new Map<string, Set<string>>();
  for (const { to, data } of pipeline.edges) {
    if (data === undefined) continue;
    const known = arriving.get(to);
    if (known) known.add(data);
    else arriving.set(to, new Set([data]));
  }
  const labels = new Map<Edge, string>();
  for (const edge of pipeline.edges) {
    if (edge.label) labels.set(edge, edge.label);
    else if (edge.data !== undefined && !arriving.get(edge.from)?.has(edge.data)) {
      const name = names.get(edge.data);
      if (name) labels.set(edge, name);
    }
  }
  return labels;
}

const samePlace = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;

/** Known beforehand, like the size: nothing waits for a measurement. */
const handles: NodeHandle[] = [
  { id: 'left', type: 'target', position: 'left' as Position, x: 0, y: nodeHeightPx / 2, width: 0, height: 0 },
  {
    id: 'right',
    type: 'source',
    position: 'right' as Position,
    x: nodeWidthPx,
    y: nodeHeightPx / 2,
    width: 0,
    height: 0,
  },
];

const nodeShape = {
  type: 'service' as const,
  width: nodeWidthPx,
  height: nodeHeightPx,
  measured: { width: nodeWidthPx, height: nodeHeightPx },
  handles,
};
