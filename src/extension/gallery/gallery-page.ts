import { escaped } from '../../kit/html';
import { counted } from '../../kit/words';
import type { Pipeline } from '../../model/vocabulary';
import { type Page, securePage } from '../page';
import { arrowheadId, type Look, miniature } from './miniature';

export interface GalleryEntry {
  readonly id: string;
  readonly design: Pipeline;
}

export type GalleryPage = Pick<Page, 'cspSource' | 'nonce' | 'script' | 'style' | 'codicons'> & Look;

/** The templates as cards: picture, name, story, and what they are made of. */
export function galleryPage(
  entries: readonly GalleryEntry[],
  { kinds, icons, neutralIcons, ...page }: GalleryPage,
): string {
  const look: Look = { kinds, icons, neutralIcons };
  return securePage({
    ...page,
    title: 'Pipeline templates',
    body: `  <svg class="definitions" aria-hidden="true"><marker id="${arrowheadId}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></svg>
  <header>
    <h1>New pipeline</h1>
    <p class="quiet">Choose a template to start from. Everything in it can be changed.</p>
    <input type="search" id="search" placeholder="Search by scenario, service or word" aria-label="Search templates" aria-controls="templates" autocomplete="off" spellcheck="false">
    <p id="count" class="quiet" role="status"></p>
  </header>
  <main>
    <ul id="templates">
${entries.map((entry, index) => card(entry, index, look)).join('')}    </ul>
  </main>`,
  });
}

function card({ id, design }: GalleryEntry, index: number, look: Look): string {
  const services = new Set(
    design.nodes.map(({ kind }) => look.kinds.get(kind)).filter((service) => service !== undefined),
  );
  const labels = [...services].map(({ label }) => label);
  const words = [
    id,
    design.name,
    design.description ?? '',
    ...labels,
    ...[...services].flatMap(({ kind, searchWords }) => [kind, ...searchWords]),
  ];
  const empty = design.nodes.length === 0;
  const story = design.description ?? (empty ? 'An empty canvas, to draw your own.' : '');
  const picture = empty ? '<span class="codicon codicon-add"></span>' : miniature(design, look);
  const size = [counted(design.nodes.length, 'node'), ...labels].join(' · ');
  const sizeLine = `
        <span class="size quiet" title="${escaped(size)}">${escaped(size)}</span>`;
  return `      <li data-words="${escaped(words.join(' '))}"><button type="button" class="card" data-template="${escaped(id)}" aria-labelledby="name-${index}" aria-describedby="story-${index}">
        <span class="picture">${picture}</span>
        <span class="name" id="name-${index}">${escaped(design.name || id)}</span>
        <span class="story" id="story-${index}">${escaped(story)}</span>${empty ? '' : sizeLine}
      </button></li>
`;
}
