import type { Service } from '../../src/kit/service';
import { type Stage, stages } from '../../src/model/kind';

export interface PaletteGroup {
  readonly stage: Stage;
  readonly title: string;
  readonly services: readonly Service[];
}

const titles: Readonly<Record<Stage, string>> = {
  source: 'Sources',
  ingestion: 'Ingestion',
  processing: 'Processing',
  orchestration: 'Orchestration',
  storage: 'Storage',
  analytics: 'Analytics',
  consumers: 'Consumers',
  governance: 'Governance',
  operations: 'Operations',
  custom: 'Custom',
};

/** The services that match every word of `text`, by stage; retired ones are not offered. */
export function searchPalette(services: Iterable<Service>, text: string): PaletteGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = [...services].filter((service) => {
    const haystack = [
      service.label,
      service.kind,
      service.summary,
      titles[service.stage as Stage] ?? '',
      ...service.searchWords,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
  return stages.flatMap((stage) => {
    const found = matches
      .filter((service) => service.stage === stage)
      .sort((a, b) => rank(a, words) - rank(b, words) || a.label.localeCompare(b.label, 'en'));
    return found.length === 0 ? [] : [{ stage, title: titles[stage], services: found }];
  });
}

/** Hits in the name come before hits in the description. */
function rank(service: Service, words: readonly string[]): number {
  const name = `${service.label} ${service.kind}`.toLowerCase();
  return words.every((word) => name.includes(word)) ? 0 : 1;
}
