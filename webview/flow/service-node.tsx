import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { retirementWords } from '../../src/kit/service';
import { shortLabel } from '../../src/kit/words';
import type { PipelineNode } from '../../src/model/vocabulary';
import { useCanvasState } from '../canvas-context';
import { rules } from '../catalog';
import { mayConnect } from '../connect/verdict';
import { Badges } from '../findings/badges';
import { ServiceIcon } from '../icon';
import type { ServiceFlowNode } from '../projection/projection';
import type { CanvasState } from '../session/state';

/** A node of any service. Its size is fixed (`geometry.ts`), so nothing in it may grow. */
export const ServiceNode = memo(function ServiceNode({ data, selected }: NodeProps<ServiceFlowNode>) {
  const { entry, service, counts } = data;
  const role = useCanvasState((state) => connectRole(state, entry));
  const label = entry.label ?? entry.id;
  const retired = service?.retired;
  const kind = service ? shortLabel(service.label) : `Unknown: ${entry.kind}`;
  const subtitle = retired ? `${kind}, retired` : kind;
  const tooltip = [label, service?.label ?? kind, retired && retirementWords(retired)].filter(Boolean).join('\n');
  return (
    <>
      <div
        className={`node-card stage-${service?.stage ?? 'custom'}${selected ? ' selected' : ''}${retired ? ' retired' : service ? '' : ' unknown'}`}
        data-node-id={entry.id}
        data-kind={entry.kind}
        data-connect={role}
        title={tooltip}
      >
        <ServiceIcon service={service} />
        <div className="node-text">
          <span className="node-label">{label}</span>
          <span className="node-kind">{subtitle}</span>
        </div>
        {entry.zone && <span className="node-zone">{entry.zone}</span>}
      </div>
      <Badges counts={counts} />
      {/* For the pointer; the inspector connects by keyboard. */}
      <Handle id="left" type="target" position={Position.Left} aria-hidden="true" />
      <Handle id="right" type="source" position={Position.Right} aria-hidden="true" />
    </>
  );
});

/** While an edge is being drawn: where it starts, where it may end, and where it may not. */
function connectRole({ connecting }: CanvasState, node: PipelineNode): 'start' | 'allowed' | 'refused' | undefined {
  if (!connecting) return undefined;
  const { node: start, end } = connecting;
  if (start.id === node.id) return 'start';
  const allowed = end === 'from' ? mayConnect(rules, start, node) : mayConnect(rules, node, start);
  return allowed ? 'allowed' : 'refused';
}
