import '../zod-without-eval';
import * as z from 'zod';
import { counted } from '../../src/kit/words';
import { chooseTemplate } from '../../src/protocol/gallery';
import { openChannel } from '../host-channel';
import { folded, wordsOf } from '../search-words';
import { neighbour } from './neighbour';
import './gallery.css';

const remembered = z.object({ search: z.string() }).catch({ search: '' });

function start(search: HTMLInputElement, count: HTMLElement, list: HTMLElement): void {
  const { api, channel } = openChannel('gallery');
  const items = [...list.querySelectorAll<HTMLElement>(':scope > li')].map((element) => ({
    element,
    words: folded(element.dataset.words ?? ''),
  }));
  const shownCards = (): HTMLElement[] =>
    items.flatMap(({ element }) => (element.hidden ? [] : (element.querySelector('button') ?? [])));

  const filter = (): void => {
    const words = wordsOf(search.value);
    for (const item of items) item.element.hidden = !words.every((word) => item.words.includes(word));
    const shown = shownCards().length;
    count.textContent = shown > 0 ? counted(shown, 'template') : 'No template mentions all of these words.';
    api.setState({ search: search.value });
  };

  search.addEventListener('input', filter);
  search.addEventListener('keydown', (event) => {
    const [first] = shownCards();
    if (event.key === 'ArrowDown') first?.focus();
    else if (event.key === 'Enter') first?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-template]') : null;
    if (card) channel.notify(chooseTemplate, { id: card.dataset.template ?? '' });
  });
  list.addEventListener('keydown', (event) => {
    const cards = shownCards();
    const at = cards.findIndex((card) => card.matches(':focus'));
    if (at < 0) return;
    const next = neighbour(
      cards.map((card) => card.getBoundingClientRect()),
      at,
      event.key,
    );
    if (next === undefined) return;
    (cards[next] ?? search).focus();
    event.preventDefault();
  });

  search.value = remembered.parse(api.getState()).search;
  filter();
  search.focus();
}

const [search, count, list] = ['search', 'count', 'templates'].map((id) => document.getElementById(id));
if (!(search instanceof HTMLInputElement && count && list)) throw new Error('The page is not that of the gallery.');
start(search, count, list);
