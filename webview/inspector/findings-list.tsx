import { useState } from 'react';
import type { Edit } from '../../src/model/edit';
import { useCanvas, useCanvasState } from '../canvas-context';
import { severityGlyphs } from '../findings/badges';
import type { FindingItem } from '../findings/findings';
import { FixPreview } from '../findings/fix-preview';
import { Glyph } from '../icon';
import { isEditable } from '../session/state';
import { Button } from './elements/button';
import { focusField } from './focus-field';

const words = { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint' } as const;

/** What was found, why, and what mends it. */
export function FindingsList({ items }: { readonly items: readonly FindingItem[] }) {
  const { actions, host } = useCanvas();
  const editable = useCanvasState(isEditable);
  const document = useCanvasState((state) => state.document);
  const [previewed, setPreviewed] = useState<{ readonly title: string; readonly edits: readonly Edit[] }>();
  if (items.length === 0) return null;
  return (
    <>
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
                  <button
                    type="button"
                    className="link"
                    onClick={() => host.openRule(rule)}
                    title="Why, and what to do"
                  >
                    {rule}
                  </button>
                )}
                {field.length > 0 && (
                  <button type="button" className="link" onClick={() => void focusField(field.join('.'))}>
                    Show the field
                  </button>
                )}
              </p>
              {fixes.length > 0 && (
                <div className="button-row">
                  {fixes.map(({ title, kind, edits }) => (
                    <Button
                      key={title}
                      secondary
                      glyph={kind === 'quickfix' ? 'lightbulb-autofix' : 'wand'}
                      data-fix={title}
                      disabled={!editable}
                      onClick={() =>
                        kind === 'quickfix' ? actions.applyFix(title, edits) : setPreviewed({ title, edits })
                      }
                    >
                      {title}
                    </Button>
                  ))}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {previewed && document && (
        <FixPreview
          document={document}
          title={previewed.title}
          edits={previewed.edits}
          onApply={() => {
            setPreviewed(undefined);
            void actions.applyFix(previewed.title, previewed.edits);
          }}
          onClose={() => setPreviewed(undefined)}
        />
      )}
    </>
  );
}
