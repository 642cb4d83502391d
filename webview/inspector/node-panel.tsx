import { type ReactNode, useMemo } from 'react';
import { type Retirement, retirementWords } from '../../src/kit/service';
import type { PipelineDocument } from '../../src/model/document';
import type { ElementRef } from '../../src/model/edit';
import { type Edge, nodeSchema, type PipelineNode } from '../../src/model/vocabulary';
import { useCanvas, useCanvasState, useFindings } from '../canvas-context';
import { kinds, rules } from '../catalog';
import { mayConnect } from '../connect/verdict';
import { Glyph, ServiceIcon } from '../icon';
import { isEditable } from '../session/state';
import { Select } from './elements/select';
import { FindingsList } from './findings-list';
import { Fields, Form } from './form';
import { formOf } from './form-model';
import { graphOf } from './graph-of';
import { networkWords } from './network';
import { WaitingList } from './waiting-list';

/** Shown above the configuration; the rest of the common fields stands below it, folded. */
const first: ReadonlySet<string> = new Set(['label', 'data', 'zone']);
/** Not for forms: identity, and what the canvas itself writes. */
const hidden: ReadonlySet<string> = new Set(['id', 'kind', 'position', 'config']);
const nodeFields = formOf(nodeSchema).filter(({ key }) => !hidden.has(key));
const firstFields = nodeFields.filter(({ key }) => first.has(key));
const otherFields = nodeFields.filter(({ key }) => !first.has(key));

export function NodePanel({ document, node }: { readonly document: PipelineDocument; readonly node: PipelineNode }) {
  const { actions, host } = useCanvas();
  const editable = useCanvasState(isEditable);
  const { items } = useFindings('nodes', node.id);
  const service = kinds.get(node.kind);
  const element = useMemo<ElementRef>(() => ({ list: 'nodes', id: node.id }), [node.id]);
  const network = service && networkWords(graphOf(document.value), node, service);
  const configFields = service ? formOf(service.config) : [];
  const documentation = service?.documentation;
  return (
    <Form pipeline={document.value} element={element} root={node} findings={items}>
      <div className="head">
        <ServiceIcon service={service} />
        <div>
          <strong className="head-title">{node.label ?? node.id}</strong>
          <span className="quiet">{service?.label ?? `Unknown service "${node.kind}"`}</span>
          <code className="head-id" title="Id: fixed when the node was made">
            {node.id}
          </code>
        </div>
      </div>
      {service && <p className="quiet pad">{service.summary}</p>}
      {service?.retired && <Retired retirement={service.retired} />}
      {network && (
        <Remark name="network" glyph="lock">
          {network}
        </Remark>
      )}
      <div className="button-row pad">
        {documentation && (
          <button type="button" className="link" onClick={() => host.openLink(documentation)}>
            <Glyph name="link-external" /> Documentation
          </button>
        )}
        <button type="button" className="link" onClick={() => host.revealText({ element })}>
          <Glyph name="go-to-file" /> Text
        </button>
        {editable && (
          <>
            <button type="button" className="link" onClick={() => void actions.duplicate()}>
              <Glyph name="copy" /> Duplicate
            </button>
            <button type="button" className="link" onClick={() => void actions.remove()}>
              <Glyph name="trash" /> Delete
            </button>
          </>
        )}
      </div>
      <FindingsList items={items} />
      <WaitingList owner={`nodes/${node.id}`} schema={nodeSchema} config={service?.config} />
      <section className="section" aria-label="Node">
        <Fields fields={firstFields} base={[]} owner={node} />
      </section>
      {configFields.length > 0 && (
        <section className="section" aria-label="Configuration">
          <h3>Configuration</h3>
          <Fields fields={configFields} base={['config']} owner={node.config ?? {}} />
        </section>
      )}
      <Connections document={document} node={node} />
      <section className="section" aria-label="Common settings">
        <h3>Common</h3>
        <Fields fields={otherFields} base={[]} owner={node} folded />
      </section>
    </Form>
  );
}

/** What became of a service, and what to use now. */
function Retired({ retirement }: { readonly retirement: Retirement }) {
  const { host } = useCanvas();
  return (
    <Remark name="retired" glyph="archive">
      {retirementWords(retirement)}{' '}
      <button type="button" className="inline-link" onClick={() => host.openLink(retirement.source)}>
        What AWS says
      </button>
    </Remark>
  );
}

/** Something to know about the node that is nobody's fault. */
function Remark({
  name,
  glyph,
  children,
}: {
  readonly name: string;
  readonly glyph: string;
  readonly children: ReactNode;
}) {
  return (
    <p className="remark" data-remark={name}>
      <Glyph name={glyph} />
      <span>{children}</span>
    </p>
  );
}

/** The edges of a node, as a list: the way along them without a mouse. */
function Connections({ document, node }: { readonly document: PipelineDocument; readonly node: PipelineNode }) {
  const { actions } = useCanvas();
  const editable = useCanvasState(isEditable);
  const { nodes, edges } = document.value;
  const names = useMemo(() => new Map(nodes.map(({ id, label }) => [id, label ?? id])), [nodes]);
  const joined = edges.filter(({ from, to }) => from === node.id || to === node.id);
  const targets = useMemo(() => nodes.filter((other) => mayConnect(rules, node, other)), [nodes, node]);
  const row = (edge: Edge) => {
    const out = edge.from === node.id;
    const other = out ? edge.to : edge.from;
    return (
      <li key={edge.id}>
        <button type="button" className="row" data-edge={edge.id} onClick={() => actions.inspect('edges', edge.id)}>
          <Glyph name={out ? 'arrow-right' : 'arrow-left'} />
          <span className="row-text">
            {out ? 'To' : 'From'} {names.get(other) ?? other}
          </span>
          <span className="quiet">{edge.kind ?? 'data'}</span>
        </button>
      </li>
    );
  };
  return (
    <section className="section" aria-label="Connections">
      <h3>Connections</h3>
      {joined.length === 0 ? <p className="quiet pad">None yet.</p> : <ul>{joined.map(row)}</ul>}
      {editable && (
        <div className="field" data-field="connect">
          <Select
            label="Connect to"
            value=""
            disabled={targets.length === 0}
            options={[
              { value: '', label: targets.length === 0 ? 'Nothing here can follow it' : 'Connect to…' },
              ...targets.map(({ id, label }) => ({ value: id, label: label ?? id })),
            ]}
            onChoose={(target) => void actions.connect(node.id, target)}
          />
        </div>
      )}
    </section>
  );
}
