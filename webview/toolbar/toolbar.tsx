import { type KeyboardEvent, useRef } from 'react';
import { useCanvas, useCanvasState } from '../canvas-context';
import { Glyph } from '../icon';
import { isEditable } from '../session/state';

interface Tool {
  readonly action: string;
  readonly name: string;
  readonly glyph: string;
  readonly keys?: string;
  readonly enabled?: boolean;
  readonly pressed?: boolean;
  run(): void;
}

/** One stop of the tab order; arrow keys walk along it, as in every toolbar. */
export function Toolbar() {
  const { actions, host, store } = useCanvas();
  const editable = useCanvasState(isEditable);
  const panels = useCanvasState((state) => state.panels);
  const trusted = useCanvasState((state) => state.settings.trusted);
  const layingOut = useCanvasState((state) => state.layingOut);
  const fileName = useCanvasState((state) => state.fileName);
  const readOnly = useCanvasState((state) => state.readOnly && state.document !== undefined);
  const some = useCanvasState((state) => state.selection.nodes.size + state.selection.edges.size > 0);
  const root = useRef<HTMLDivElement>(null);

  const groups: readonly (readonly Tool[])[] = [
    [
      {
        action: 'palette',
        name: panels.palette ? 'Hide the palette' : 'Show the palette',
        glyph: panels.palette ? 'layout-sidebar-left' : 'layout-sidebar-left-off',
        pressed: panels.palette,
        run: () => actions.togglePanel('palette'),
      },
    ],
    [
      { action: 'undo', name: 'Undo', keys: 'Ctrl+Z', glyph: 'discard', enabled: editable, run: () => actions.undo() },
      {
        action: 'redo',
        name: 'Redo',
        keys: 'Ctrl+Shift+Z',
        glyph: 'redo',
        enabled: editable,
        run: () => actions.redo(),
      },
    ],
    [
      {
        action: 'duplicate',
        name: 'Duplicate',
        keys: 'Ctrl+D',
        glyph: 'copy',
        enabled: editable && some,
        run: () => void actions.duplicate(),
      },
      {
        action: 'delete',
        name: 'Delete',
        keys: 'Delete',
        glyph: 'trash',
        enabled: editable && some,
        run: () => void actions.remove(),
      },
    ],
    [
      layingOut
        ? { action: 'tidy', name: 'Stop the layout', glyph: 'debug-stop', run: () => actions.cancelTidy() }
        : {
            action: 'tidy',
            name: 'Tidy the layout',
            glyph: 'type-hierarchy',
            enabled: editable,
            run: () => void actions.tidy(),
          },
    ],
    [
      { action: 'zoomOut', name: 'Zoom out', glyph: 'zoom-out', run: () => actions.view?.zoomOut() },
      { action: 'zoomIn', name: 'Zoom in', glyph: 'zoom-in', run: () => actions.view?.zoomIn() },
      { action: 'fit', name: 'Fit the design', glyph: 'screen-full', run: () => actions.view?.fit() },
      {
        action: 'minimap',
        name: panels.minimap ? 'Hide the minimap' : 'Show the minimap',
        glyph: 'map',
        pressed: panels.minimap,
        run: () => actions.togglePanel('minimap'),
      },
    ],
    [
      { action: 'text', name: 'Open the text beside', glyph: 'go-to-file', run: () => revealSelection() },
      ...(trusted
        ? [
            {
              action: 'export',
              name: 'Export a CDK app',
              glyph: 'rocket',
              run: () => host.runCommand('dataweir.exportCdk'),
            },
          ]
        : []),
    ],
    [
      {
        action: 'inspector',
        name: panels.inspector ? 'Hide the inspector' : 'Show the inspector',
        glyph: panels.inspector ? 'layout-sidebar-right' : 'layout-sidebar-right-off',
        pressed: panels.inspector,
        run: () => actions.togglePanel('inspector'),
      },
    ],
  ];

  const revealSelection = () => {
    const { selection, inspected } = store.getState();
    const [node] = selection.nodes;
    const [edge] = selection.edges;
    if (node !== undefined) host.revealText({ element: { list: 'nodes', id: node } });
    else if (edge !== undefined) host.revealText({ element: { list: 'edges', id: edge } });
    else host.revealText(inspected ? { element: inspected } : {});
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(root.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at === -1 || next === undefined) return;
    event.preventDefault();
    buttons[(next + buttons.length) % buttons.length]?.focus();
  };

  const first = groups.flat().find(({ enabled }) => enabled !== false);
  return (
    <div ref={root} className="toolbar" role="toolbar" aria-label="Canvas" onKeyDown={onKeyDown}>
      {groups.map((tools) => (
        <div
          key={tools.map(({ action }) => action).join()}
          className={`tools${tools[0]?.action === 'inspector' ? ' last' : ''}`}
        >
          {tools[0]?.action === 'inspector' && (
            <h1 className="file-name" title={fileName}>
              {fileName}
              {readOnly && <span className="read-only">read-only</span>}
            </h1>
          )}
          {tools.map(({ action, name, glyph, keys, enabled, pressed, run }) => (
            <button
              key={action}
              type="button"
              className="icon-button"
              data-action={action}
              title={keys ? `${name} (${keys})` : name}
              aria-label={name}
              aria-pressed={pressed}
              disabled={enabled === false}
              tabIndex={first?.action === action ? 0 : -1}
              onClick={run}
            >
              <Glyph name={action === 'tidy' && layingOut ? 'loading' : glyph} spin={action === 'tidy' && layingOut} />
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
