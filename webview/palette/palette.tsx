import { useId, useMemo, useState } from 'react';
import { useCanvas, useCanvasState } from '../canvas-context';
import { kinds } from '../catalog';
import { Glyph, ServiceIcon } from '../icon';
import { isEditable } from '../session/state';
import { paletteDragType } from './drag';
import { bestMatch, searchPalette } from './search';

/** Every service that can be added, by stage. */
export function Palette() {
  const { actions } = useCanvas();
  const editable = useCanvasState(isEditable);
  const [text, setText] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => searchPalette(kinds.values(), text), [text]);
  const searching = text.trim() !== '';
  const title = useId();
  const toggle = (stage: string) =>
    setClosed((before) =>
      before.has(stage) ? new Set([...before].filter((other) => other !== stage)) : new Set(before).add(stage),
    );
  return (
    <aside className="panel palette" aria-labelledby={title} data-panel="palette">
      <header className="panel-header">
        <h2 id={title}>Services</h2>
        <button
          type="button"
          className="icon-button"
          data-collapse
          title="Hide the palette"
          aria-label="Hide the palette"
          onClick={() => actions.togglePanel('palette')}
        >
          <Glyph name="layout-sidebar-left" />
        </button>
      </header>
      <div className="search">
        <Glyph name="search" />
        <input
          type="text"
          value={text}
          placeholder="Search services"
          aria-label="Search services"
          spellCheck={false}
          data-field="palette-search"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const first = bestMatch(groups, text);
            if (event.key === 'Escape') {
              event.stopPropagation();
              setText('');
            } else if (event.key === 'Enter' && searching && first) void actions.add(first.kind);
          }}
        />
        {searching && (
          <button
            type="button"
            className="icon-button"
            title="Clear"
            aria-label="Clear the search"
            onClick={() => setText('')}
          >
            <Glyph name="close" />
          </button>
        )}
      </div>
      <div className="panel-body">
        {groups.length === 0 && <p className="quiet pad">No service matches “{text}”.</p>}
        {groups.map(({ stage, title: heading, services }) => {
          const open = searching || !closed.has(stage);
          return (
            <section key={stage} className={`palette-group stage-${stage}`} aria-label={heading}>
              <h3>
                <button type="button" className="group-toggle" aria-expanded={open} onClick={() => toggle(stage)}>
                  <Glyph name={open ? 'chevron-down' : 'chevron-right'} />
                  <span className="stage-mark" aria-hidden="true" />
                  {heading}
                  <span className="count">{services.length}</span>
                </button>
              </h3>
              {open && (
                <ul>
                  {services.map((service) => (
                    <li key={service.kind}>
                      <button
                        type="button"
                        className="palette-item"
                        data-kind={service.kind}
                        draggable={editable}
                        disabled={!editable}
                        title={`${service.summary}\n\nDrag onto the canvas, or press Enter.`}
                        onDragStart={(event) => {
                          event.dataTransfer.setData(paletteDragType, service.kind);
                          event.dataTransfer.effectAllowed = 'copy';
                        }}
                        onClick={() => void actions.add(service.kind)}
                      >
                        <ServiceIcon service={service} />
                        <span className="palette-label">{service.label}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </aside>
  );
}
