import type { Edge, PipelineNode } from '../../src/model/vocabulary';
import { findingsOf, useCanvas, useCanvasState } from '../canvas-context';
import { kinds } from '../catalog';
import { Badges } from '../findings/badges';
import { elementKey, noFindings } from '../findings/findings';
import { Glyph, ServiceIcon } from '../icon';
import { isEditable } from '../session/state';

/** Several elements at once. */
export function SelectionPanel({
  nodes,
  edges,
}: {
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly Edge[];
}) {
  const { actions } = useCanvas();
  const editable = useCanvasState(isEditable);
  const findings = useCanvasState(findingsOf);
  const count = (number: number, noun: string) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]);
  const shown = nodes.slice(0, 100);
  return (
    <>
      <div className="head">
        <strong className="head-title">
          {[...count(nodes.length, 'node'), ...count(edges.length, 'edge')].join(', ')}
        </strong>
      </div>
      {editable && (
        <div className="button-row pad">
          <button type="button" className="link" onClick={() => void actions.duplicate()}>
            <Glyph name="copy" /> Duplicate
          </button>
          <button type="button" className="link" onClick={() => void actions.remove()}>
            <Glyph name="trash" /> Delete
          </button>
        </div>
      )}
      <ul className="section">
        {shown.map((node) => (
          <li key={node.id}>
            <button type="button" className="row" onClick={() => actions.inspect('nodes', node.id)}>
              <ServiceIcon service={kinds.get(node.kind)} />
              <span className="row-text">{node.label ?? node.id}</span>
              <Badges counts={(findings.get(elementKey('nodes', node.id)) ?? noFindings).counts} />
            </button>
          </li>
        ))}
        {nodes.length > shown.length && <li className="quiet pad">and {nodes.length - shown.length} more</li>}
      </ul>
    </>
  );
}
