import { ReactFlowProvider } from '@xyflow/react';
import { Component, type ErrorInfo, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useCanvas, useCanvasState } from './canvas-context';
import { loadCatalog } from './catalog';
import { CanvasFlow } from './flow/canvas-flow';
import { NoticeCallout } from './flow/notice';
import { Glyph } from './icon';
import { Palette } from './palette/palette';
import { Toolbar } from './toolbar/toolbar';

/** Its forms are a large part of the script, and the picture need not wait for them. */
const Inspector = lazy(() => Promise.all([import('./inspector/inspector'), loadCatalog()]).then(([chunk]) => chunk));

export function App() {
  const document = useCanvasState((state) => state.document);
  const panels = useCanvasState((state) => state.panels);
  const opened = document !== undefined;
  useEffect(() => {
    if (!opened) return;
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('canvas-first-paint')));
  }, [opened]);
  return (
    <div className="app">
      <header>
        <Toolbar />
      </header>
      <Banner />
      <div className="columns">
        {panels.palette && <Palette />}
        <main className="stage" aria-label="Design">
          {document ? (
            <ReactFlowProvider>
              <CanvasFlow document={document} />
            </ReactFlowProvider>
          ) : (
            <p className="loading">Opening the design…</p>
          )}
        </main>
        {panels.inspector && document && (
          <Suspense fallback={<div className="panel inspector" />}>
            <Inspector document={document} />
          </Suspense>
        )}
      </div>
      <NoticeCallout />
      <LiveRegion />
    </div>
  );
}

/** Shown while the text does not parse: the picture below it is the last good one. */
function Banner() {
  const { host } = useCanvas();
  const damage = useCanvasState((state) => state.damage);
  if (!damage) return null;
  return (
    <div className="banner" role="alert" data-testid="banner">
      <Glyph name="error" />
      <span className="banner-text">
        <strong>The text cannot be read, line {damage.line}.</strong> {damage.message} Below is the last design that
        could be read; it cannot be changed until the text is mended.
      </span>
      <button type="button" className="button" onClick={() => host.revealText({ offset: damage.offset })}>
        Open text
      </button>
    </div>
  );
}

function LiveRegion() {
  const announcement = useCanvasState((state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}

/** A fault of the canvas must not keep anybody from their design: the text is always there. */
export class Boundary extends Component<
  { readonly children: ReactNode; readonly openText: () => void },
  { readonly error: Error | undefined }
> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('Dataweir canvas:', error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="broken" role="alert">
        <h2>The canvas failed</h2>
        <p>{error.message}</p>
        <p>The design is unharmed: it is the text, and nothing was written.</p>
        <div className="button-row">
          <button type="button" className="button" onClick={this.props.openText}>
            Open text
          </button>
          <button type="button" className="button secondary" onClick={() => this.setState({ error: undefined })}>
            Try again
          </button>
        </div>
      </div>
    );
  }
}
