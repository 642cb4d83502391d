import type { Service } from '../src/kit/service';
import { iconOf } from '../src/picture/icon';
import { useCanvas, useCanvasState } from './canvas-context';

/** A glyph of VS Code's icon font; decoration, so what it stands for must be said in words too. */
export function Glyph({ name, spin }: { readonly name: string; readonly spin?: boolean }) {
  return <span className={`codicon codicon-${name}${spin ? ' codicon-modifier-spin' : ''}`} aria-hidden="true" />;
}

/** The official icon of a service on a neutral plate, or a neutral glyph where AWS has none or the settings ask for it. */
export function ServiceIcon({ service }: { readonly service: Service | undefined }) {
  const { iconBase } = useCanvas();
  const neutral = useCanvasState((state) => state.settings.neutralIcons);
  const icon = iconOf(service, neutral);
  if ('glyph' in icon) return <PlateGlyph name={icon.glyph} />;
  return (
    <span className="plate">
      <img src={iconBase + icon.file} alt="" draggable={false} />
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
