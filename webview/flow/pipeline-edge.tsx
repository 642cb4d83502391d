import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo } from 'react';
import { severityGlyphs } from '../findings/badges';
import { type Counts, printCounts, severities } from '../findings/findings';
import type { PipelineFlowEdge } from '../projection/projection';

/** An edge: solid for data, dashed for queries, dotted for metadata, dash and dot for control. */
export const PipelineEdge = memo(function PipelineEdge(props: EdgeProps<PipelineFlowEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, selected } = props;
  const [path, middleX, middleY] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, curvature: 0.3 });
  if (!data) return null;
  const gap = Math.hypot(targetX - sourceX, targetY - sourceY);
  const label = data.label && shorten(data.label, Math.floor((gap - 8) / 5.6));
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
        <text className="edge-label" x={middleX} y={middleY - 7} textAnchor="middle">
          <title>{data.label}</title>
          {label}
        </text>
      )}
      <EdgeBadge counts={data.counts} x={middleX} y={middleY + 12} />
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
        <marker id="edge-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse">
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
