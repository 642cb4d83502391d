import type { Service } from '../src/kit/service';
import type { Stage } from '../src/model/kind';
import { useCanvas, useCanvasState } from './canvas-context';

/** A glyph of VS Code's icon font; decoration, so what it stands for must be said in words too. */
export function Glyph({ name, spin }: { readonly name: string; readonly spin?: boolean }) {
  return <span className={`codicon codicon-${name}${spin ? ' codicon-modifier-spin' : ''}`} aria-hidden="true" />;
}

const stageGlyphs: Readonly<Record<Stage | 'retired', string>> = {
  source: 'broadcast',
  ingestion: 'arrow-circle-down',
  processing: 'gear',
  orchestration: 'type-hierarchy',
  storage: 'database',
  analytics: 'search',
  consumers: 'graph',
  governance: 'shield',
  operations: 'pulse',
  custom: 'extensions',
  retired: 'archive',
};

/** The official icon of a service on a neutral plate, or a neutral glyph where AWS has none or the settings ask for it. */
export function ServiceIcon({ service }: { readonly service: Service | undefined }) {
  const { iconBase } = useCanvas();
  const neutral = useCanvasState((state) => state.settings.neutralIcons);
  if (!service) return <PlateGlyph name="question" />;
  if ('codicon' in service.icon) return <PlateGlyph name={service.icon.codicon} />;
  if (neutral) return <PlateGlyph name={stageGlyphs[service.stage]} />;
  return (
    <span className="plate">
      <img src={`${iconBase}${encodeURIComponent(service.kind)}.svg`} alt="" draggable={false} />
    </span>
  );
}

function PlateGlyph({ name }: { readonly name: string }) {
  return (
    <span className="plate plate-glyph">
      <Glyph name={name} />
    </span>
  );
}
