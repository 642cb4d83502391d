import type { Service } from '../kit/service';
import type { Stage } from '../model/kind';

/** How a service is marked in a picture: by the file of its icon, `<kind>.svg`, or by a codicon. */
export type Icon = { readonly file: string } | { readonly glyph: string };

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

/** The official icon, or a neutral glyph where AWS has none or nobody wants to see it. */
export function iconOf(service: Pick<Service, 'kind' | 'icon' | 'stage'> | undefined, neutral: boolean): Icon {
  if (!service) return { glyph: 'question' };
  if ('codicon' in service.icon) return { glyph: service.icon.codicon };
  return neutral ? { glyph: stageGlyphs[service.stage] } : { file: `${encodeURIComponent(service.kind)}.svg` };
}
