import type { ReactNode } from 'react';
import type { PipelineDocument } from '../../src/model/document';
import { elementId } from '../../src/model/edit';
import type { Entries, ListName } from '../../src/model/vocabulary';
import { useCanvas, useCanvasState } from '../canvas-context';
import { Glyph } from '../icon';
import { DesignPanel } from './design-panel';
import { EdgePanel } from './edge-panel';
import { EntryPanel } from './entry-panel';
import { NodePanel } from './node-panel';
import { SelectionPanel } from './selection-panel';

/** The properties of what is selected, or of the whole design. */
export default function Inspector({ document }: { readonly document: PipelineDocument }) {
  const { actions } = useCanvas();
  const selection = useCanvasState((state) => state.selection);
  const inspected = useCanvasState((state) => state.inspected);
  const { title, body } = panelFor(document, selection, inspected);
  return (
    <aside className="panel inspector" aria-label="Inspector" data-panel="inspector">
      <header className="panel-header">
        {title !== designTitle && (
          <button
            type="button"
            className="icon-button"
            data-collapse
            title="Back to the design"
            aria-label="Back to the design"
            onClick={() => actions.clearSelection()}
          >
            <Glyph name="arrow-left" />
          </button>
        )}
        <h2>{title}</h2>
        <button
          type="button"
          className="icon-button"
          data-collapse
          title="Hide the inspector"
          aria-label="Hide the inspector"
          onClick={() => actions.togglePanel('inspector')}
        >
          <Glyph name="layout-sidebar-right" />
        </button>
      </header>
      <div className="panel-body">{body}</div>
    </aside>
  );
}

const designTitle = 'Design';

type Inspected = { readonly list: ListName; readonly id: string } | undefined;

function panelFor(
  document: PipelineDocument,
  selection: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> },
  inspected: Inspected,
): { title: string; body: ReactNode } {
  const { value } = document;
  // What was selected may be gone from the file since, or not there yet.
  const nodes = selection.nodes.size === 0 ? [] : value.nodes.filter(({ id }) => selection.nodes.has(id));
  const edges = selection.edges.size === 0 ? [] : value.edges.filter(({ id }) => selection.edges.has(id));
  const [node] = nodes;
  const [edge] = edges;
  if (nodes.length + edges.length > 1)
    return { title: 'Selection', body: <SelectionPanel nodes={nodes} edges={edges} /> };
  if (node) return { title: 'Node', body: <NodePanel key={node.id} document={document} node={node} /> };
  if (edge) return { title: 'Edge', body: <EdgePanel key={edge.id} document={document} edge={edge} /> };
  const entry =
    inspected &&
    (value[inspected.list] as readonly Entries[ListName][]).find(
      (candidate) => elementId(inspected.list, candidate) === inspected.id,
    );
  if (entry && inspected)
    return {
      title: entryKinds[inspected.list],
      body: (
        <EntryPanel
          key={`${inspected.list}/${inspected.id}`}
          document={document}
          list={inspected.list}
          id={inspected.id}
          entry={entry}
        />
      ),
    };
  return { title: designTitle, body: <DesignPanel document={document} /> };
}

const entryKinds: Readonly<Record<ListName, string>> = {
  data: 'Data set',
  nodes: 'Node',
  edges: 'Edge',
  groups: 'Group',
  personas: 'Persona',
  grants: 'Grant',
  roles: 'Role',
  queries: 'Query',
  notes: 'Note',
  views: 'View',
  suppressions: 'Suppression',
};
