import { useCanvas, useCanvasState } from '../canvas-context';
import { severityGlyphs } from '../findings/badges';
import type { FindingItem } from '../findings/findings';
import { Glyph } from '../icon';
import { isEditable } from '../session/state';

const words = { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' } as const;

/** What was found, why, and what mends it. */
export function FindingsList({ items }: { readonly items: readonly FindingItem[] }) {
  const { actions, host } = useCanvas();
  const editable = useCanvasState(isEditable);
  if (items.length === 0) return null;
  return (
    <ul className="findings" aria-label="Findings">
      {items.map(({ severity, message, rule, byDefault, field, fixes }) => (
        <li
          key={`${rule} ${field.join('.')} ${message}`}
          className={`finding finding-${severity}`}
          data-rule={rule}
          data-severity={severity}
        >
          <span className={`finding-mark badge-${severity}`} title={words[severity]}>
            <Glyph name={severityGlyphs[severity]} />
            <span className="visually-hidden">{words[severity]}: </span>
          </span>
          <div>
            <p>{message}</p>
            {byDefault && <p className="quiet">Rests on a default that nobody has confirmed.</p>}
            <p className="finding-links">
              {rule && (
                <button type="button" className="link" onClick={() => host.openRule(rule)} title="Why, and what to do">
                  {rule}
                </button>
              )}
              {field.length > 0 && (
                <button type="button" className="link" onClick={() => focusField(field.join('.'))}>
                  Show the field
                </button>
              )}
            </p>
            {fixes.length > 0 && (
              <div className="button-row">
                {fixes.map(({ title, kind, edits }) => (
                  <button
                    key={title}
                    type="button"
                    className="button secondary"
                    data-fix={title}
                    disabled={!editable}
                    onClick={() => actions.applyFix(title, edits)}
                  >
                    <Glyph name={kind === 'quickfix' ? 'lightbulb-autofix' : 'wand'} /> {title}
                  </button>
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Unfold what is around a field, and put the focus in it. */
function focusField(name: string): void {
  let found: Element | null = null;
  for (let at = name; at !== '' && !found; at = at.slice(0, Math.max(0, at.lastIndexOf('.'))))
    found = document.querySelector(`[data-field="${CSS.escape(at)}"]`);
  for (let fold = found?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  found?.scrollIntoView({ block: 'nearest' });
  found?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
}
