import type { Service } from '../../src/kit/service';
import { type Stage, stages } from '../../src/model/kind';
import { folded, wordsOf } from '../search-words';

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
  const words = wordsOf(text);
  const matches = [...services].filter((service) => {
    const haystack = folded(
      [service.label, service.kind, service.summary, titles[service.stage as Stage] ?? '', ...service.searchWords].join(
        ' ',
      ),
    );
    return words.every((word) => haystack.includes(word));
  });
  return stages.flatMap((stage) => {
    const found = matches
      .filter((service) => service.stage === stage)
      .sort((a, b) => rank(a, words) - rank(b, words) || a.label.localeCompare(b.label, 'en'));
    return found.length === 0 ? [] : [{ stage, title: titles[stage], services: found }];
  });
}

/** What Enter in the search field adds: the match whose own words say it best. */
export function bestMatch(groups: readonly PaletteGroup[], text: string): Service | undefined {
  const words = wordsOf(text);
  let best: Service | undefined;
  for (const { services } of groups)
    for (const service of services) if (!best || rank(service, words) < rank(best, words)) best = service;
  return best;
}

/** A kind called by its own name comes first, then hits in the name, in the search words, and in the description. */
function rank(service: Service, words: readonly string[]): number {
  if (words.join('-') === service.kind) return -1;
  const name = `${service.label} ${service.kind}`.toLowerCase();
  if (words.every((word) => name.includes(word))) return 0;
  const known = service.searchWords.map((word) => word.toLowerCase());
  return words.every((word) => known.includes(word) || name.includes(word)) ? 1 : 2;
}
