import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { curveBetween } from '../../src/picture/geometry';
import { severityGlyphs } from '../findings/badges';
import { type Counts, printCounts, severities } from '../findings/findings';
import type { PipelineFlowEdge } from '../projection/projection';

/** An edge: solid for data, dashed for queries, dotted for metadata, dash and dot for control. */
export const PipelineEdge = memo(function PipelineEdge({ id, data, selected }: EdgeProps<PipelineFlowEdge>) {
  if (!data) return null;
  const { path, middle, roomPx } = curveBetween(data.from, data.to, data.sides);
  // The handles take a little of the room.
  const label = data.label && shorten(data.label, Math.floor((roomPx - 10) / 5.4));
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        className={`edge-path edge-${data.meaning}${selected ? ' selected' : ''}`}
        markerEnd="url(#edge-arrow)"
        interactionWidth={24}
        data-edge-id={id}
        data-meaning={data.meaning}
      />
      {label && (
        <text className="edge-label" x={middle.x} y={middle.y - 7} textAnchor="middle">
          <title>{data.label}</title>
          {label}
        </text>
      )}
      <EdgeBadge counts={data.counts} x={middle.x} y={middle.y + 12} />
    </>
  );
});

/** The most severe findings of an edge: a mark and a number. */
function EdgeBadge({ counts, x, y }: { readonly counts: Counts; readonly x: number; readonly y: number }) {
  const worst = severities.find((severity) => counts[severity]);
  if (!worst) return null;
  return (
    <foreignObject className="edge-badge" x={x - 20} y={y - 9} width={40} height={18} data-badge={worst}>
      <span className={`badge badge-${worst}`} data-severity={worst} title={printCounts(counts)}>
        <span className={`codicon codicon-${severityGlyphs[worst]}`} aria-hidden="true" />
        {counts[worst]}
      </span>
    </foreignObject>
  );
}

/** Defined once for all edges; takes the colour of the edge that it ends. */
export function EdgeMarkers() {
  return (
    <svg className="edge-markers" aria-hidden="true">
      <title>Arrow</title>
      <defs>
        <marker
          id="edge-arrow"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M 0 0.5 L 10 5 L 0 9.5 z" fill="context-stroke" stroke="none" />
        </marker>
      </defs>
    </svg>
  );
}

function shorten(text: string, characters: number): string | undefined {
  if (characters < 4) return undefined;
  return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`;
}
