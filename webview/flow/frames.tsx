import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import type { Pipeline } from '../../src/model/vocabulary';
import { framesOf } from '../../src/picture/frames';
import type { Point } from '../../src/picture/geometry';
import { useCanvas, useCanvasState } from '../canvas-context';
import { Glyph } from '../icon';

const glyphs: Readonly<Record<string, string>> = {
  account: 'account',
  region: 'globe',
  vpc: 'lock',
  subnet: 'lock-small',
  lake: 'database',
  zone: 'layers',
  group: 'group-by-ref-type',
};

/** Groups, as labelled frames behind their nodes. */
export function Frames({
  pipeline,
  places,
}: {
  readonly pipeline: Pipeline;
  readonly places: ReadonlyMap<string, Point>;
}) {
  const { actions } = useCanvas();
  const inspected = useCanvasState((state) => (state.inspected?.list === 'groups' ? state.inspected.id : undefined));
  const frames = useMemo(() => framesOf(pipeline, places), [pipeline, places]);
  if (frames.length === 0) return null;
  return (
    <ViewportPortal>
      <div className="frames">
        {frames.map(({ group, box }) => (
          <div
            key={group.id}
            className={`frame frame-${group.kind}${inspected === group.id ? ' selected' : ''}`}
            data-group-id={group.id}
            style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
          >
            <button
              type="button"
              className="frame-label nopan nodrag"
              onClick={() => actions.inspect('groups', group.id)}
              title={`${group.label ?? group.id} (${group.kind})`}
            >
              <Glyph name={glyphs[group.kind] ?? 'group-by-ref-type'} />
              <span className="frame-name">{group.label ?? group.id}</span>
            </button>
          </div>
        ))}
      </div>
    </ViewportPortal>
  );
}
