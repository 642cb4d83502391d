import { useMemo } from 'react';
import type { PipelineDocument } from '../../src/model/document';
import type { ElementRef } from '../../src/model/edit';
import { type Edge, edgeSchema } from '../../src/model/vocabulary';
import { useCanvas, useCanvasState, useFindings } from '../canvas-context';
import { rules } from '../catalog';
import { describeWay } from '../connect/verdict';
import { Glyph } from '../icon';
import { isEditable } from '../session/state';
import { FindingsList } from './findings-list';
import { Fields, Form } from './form';
import { formOf } from './form-model';
import { WaitingList } from './waiting-list';

const hidden: ReadonlySet<string> = new Set(['id', 'from', 'to']);
const edgeFields = formOf(edgeSchema).filter(({ key }) => !hidden.has(key));

export function EdgePanel({ document, edge }: { readonly document: PipelineDocument; readonly edge: Edge }) {
  const { actions, host } = useCanvas();
  const editable = useCanvasState(isEditable);
  const { items } = useFindings('edges', edge.id);
  const element = useMemo<ElementRef>(() => ({ list: 'edges', id: edge.id }), [edge.id]);
  const { nodes } = document.value;
  const [from, to] = [nodes.find(({ id }) => id === edge.from), nodes.find(({ id }) => id === edge.to)];
  const pair = from && to && rules.matrix.find(from.kind, to.kind);
  const end = (id: string, label: string | undefined) => (
    <button type="button" className="link" onClick={() => actions.inspect('nodes', id)}>
      {label ?? id}
    </button>
  );
  return (
    <Form pipeline={document.value} element={element} root={edge} findings={items}>
      <div className="head">
        <div>
          <strong className="head-title">
            {end(edge.from, from?.label)} <Glyph name="arrow-right" /> {end(edge.to, to?.label)}
          </strong>
          <code className="head-id">{edge.id}</code>
        </div>
      </div>
      <div className="pad">
        {pair ? (
          <p className={pair.way === 'refused' ? 'field-error' : 'quiet'}>
            <strong>{describeWay(pair.way)}.</strong> {pair.pattern}
          </p>
        ) : (
          <p className="field-error">The compatibility matrix has no way between these two services.</p>
        )}
      </div>
      <div className="button-row pad">
        <button type="button" className="link" onClick={() => host.revealText({ element })}>
          <Glyph name="go-to-file" /> Text
        </button>
        {editable && (
          <button type="button" className="link" onClick={() => void actions.remove()}>
            <Glyph name="trash" /> Delete
          </button>
        )}
      </div>
      <FindingsList items={items} />
      <WaitingList owner={`edges/${edge.id}`} schema={edgeSchema} />
      <section className="section" aria-label="Edge">
        <Fields fields={edgeFields} base={[]} owner={edge} folded />
      </section>
    </Form>
  );
}
