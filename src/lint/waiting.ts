import type { Undecided } from './finding';

/** A field that nobody declared, and the rules that wait for it. */
export interface WaitingField {
  /** `<list>/<id>` of the element it belongs to; `architecture` for the design. */
  readonly owner: string;
  /** From the element, with `/`. */
  readonly field: string;
  /** Rules that wait for it, by itself or with others; sorted. */
  readonly rules: readonly string[];
}

/** What would let undecided rules decide: the field that most of them wait for comes first. */
export function waitingFields(undecided: readonly Undecided[]): readonly WaitingField[] {
  const waiting = new Map<string, Set<string>>();
  for (const { rule, fields } of undecided)
    for (const field of fields) waiting.set(field, (waiting.get(field) ?? new Set()).add(rule));
  return [...waiting]
    .sort(([a, some], [b, others]) => others.size - some.size || (a < b ? -1 : 1))
    .map(([path, rules]) => ({ ...split(path), rules: [...rules].sort() }));
}

function split(path: string): Pick<WaitingField, 'owner' | 'field'> {
  const [list = '', id = '', ...field] = path.split('/');
  return list === 'architecture'
    ? { owner: list, field: [id, ...field].join('/') }
    : { owner: `${list}/${id}`, field: field.join('/') };
}
