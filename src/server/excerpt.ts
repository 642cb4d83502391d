import { scanContainer, skipTrivia } from '../model/scan';
import { type ListName, listNames } from '../model/vocabulary';

export interface Excerpt {
  readonly text: string;
  /** What to add to an offset near the place, counted in the excerpt, to count it in the whole text. */
  readonly shift: number;
}

/**
 * The text without the list entries that `offset` is not in: the JSON service weighs each entry against the schema of
 * each kind, and the one at hand is all it needs. A text that is damaged on the way is left whole.
 */
export function excerptAround(text: string, offset: number): Excerpt {
  const root = scanContainer(text, skipTrivia(text, 0));
  if (root?.type !== 'object') return { text, shift: 0 };
  let result = '';
  let at = 0;
  let shift = 0;
  const cut = (from: number, to: number): void => {
    result += text.slice(at, from);
    at = to;
    if (to <= offset) shift += to - from;
  };
  for (const { key, valueStart } of root.members) {
    const list = listNames.includes(key as ListName) ? scanContainer(text, valueStart) : undefined;
    if (list?.type !== 'array') continue;
    const { open, close, members } = list;
    if (offset <= open || offset > close) {
      cut(open + 1, close);
      continue;
    }
    // Between two entries, where a comma or a new entry is being typed, the gap itself is kept.
    const before = members.findLast(({ valueEnd }) => valueEnd < offset);
    const after = members.find(({ start }) => start > offset);
    const from = !before ? open + 1 : before.comma !== -1 && before.comma < offset ? before.comma + 1 : before.valueEnd;
    const here = members.find(({ start, valueEnd }) => start <= offset && offset <= valueEnd);
    cut(open + 1, here?.start ?? from);
    cut(here?.valueEnd ?? after?.start ?? close, close);
  }
  return { text: result + text.slice(at), shift };
}
