import { useEffect, useRef } from 'react';
import { useCanvas, useCanvasState } from '../canvas-context';
import { Glyph } from '../icon';

const glyphs = { info: 'info', warning: 'warning', error: 'error' } as const;
const widthPx = 320;
const shownMs = 12_000;

/** What the canvas has to tell, near where it happened. Stays while the pointer or the focus is in it. */
export function NoticeCallout() {
  const { actions } = useCanvas();
  const notice = useCanvasState((state) => state.notice);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!notice || notice.tone === 'error') return undefined;
    const timer = setInterval(() => {
      if (!root.current?.matches(':hover, :focus-within')) actions.dismiss();
    }, shownMs);
    return () => clearInterval(timer);
  }, [notice, actions]);

  if (!notice) return null;
  const { tone, message, detail, at, actions: offers } = notice;
  const place = at && {
    left: Math.max(8, Math.min(at.x + 12, rightEdge() - widthPx - 8)),
    top: Math.max(8, Math.min(at.y + 12, window.innerHeight - 180)),
    width: widthPx,
  };
  return (
    <div ref={root} className={`notice notice-${tone}${at ? '' : ' notice-foot'}`} style={place} data-testid="notice">
      <Glyph name={glyphs[tone]} />
      <div className="notice-text">
        <strong>{message}</strong>
        {detail && <p>{detail}</p>}
        {offers && offers.length > 0 && (
          <div className="notice-actions">
            {offers.map(({ label, run }) => (
              <button
                key={label}
                type="button"
                className="button secondary"
                onClick={() => {
                  actions.dismiss();
                  run();
                }}
              >
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
      <button type="button" className="icon-button" title="Close" aria-label="Close" onClick={() => actions.dismiss()}>
        <Glyph name="close" />
      </button>
    </div>
  );
}

/** Of the drawn part: the inspector stays uncovered. */
function rightEdge(): number {
  return document.querySelector('main')?.getBoundingClientRect().right ?? window.innerWidth;
}
