import { isJsonObject, type Json, type JsonPath, sameJson } from './json';
import { type Form, marginOf, printValue, type Style, skipBlanks } from './print-value';
import { type Container, type Member, scanContainer } from './scan';
import type { TextEdit } from './text-edit';

/** A member that the text does not have yet. `key` is undefined in arrays. */
interface Addition {
  readonly key: string | undefined;
  value: Json;
}

/**
 * An object or array of a text with the changes that are to be made in it. Changes follow each other as on a value;
 * at the end `textEdits` gives the smallest text change that carries them out. Nothing outside the changed members
 * moves, and no comment is lost but those inside of what is taken out.
 */
export class Draft {
  readonly #text: string;
  readonly #container: Container;
  readonly #style: Style;
  /** A list of the design: one entry a line from the first one on. */
  readonly #spread: boolean;
  readonly #removed = new Set<Member>();
  readonly #replaced = new Map<Member, Json>();
  readonly #inner = new Map<Member, Draft>();
  #added: Addition[] = [];

  private constructor(text: string, container: Container, style: Style, spread: boolean) {
    this.#text = text;
    this.#container = container;
    this.#style = style;
    this.#spread = spread;
  }

  /** The object or array that begins at `offset`; undefined when there is none. */
  static at(text: string, offset: number, style: Style, spread = false): Draft | undefined {
    const container = scanContainer(text, offset);
    return container && new Draft(text, container, style, spread);
  }

  get isArray(): boolean {
    return this.#container.type === 'array';
  }

  /** Give the place at `path` a value. Objects on the way are made; a scalar on the way gives way. */
  set([step, ...rest]: JsonPath, value: Json): void {
    if (step === undefined || !this.#fits(step)) return;
    const slot = this.#find(step);
    if (slot === undefined) this.#added.push({ key: this.#keyOf(step), value: nested(rest, value) });
    else if ('value' in slot) slot.value = withValue(slot.value, rest, value);
    else if (this.#replaced.has(slot)) this.#replaced.set(slot, withValue(this.#replaced.get(slot)!, rest, value));
    else if (rest.length === 0) this.#replace(slot, value);
    else {
      const inner = this.#innerOf(slot);
      if (inner) inner.set(rest, value);
      else this.#replaced.set(slot, nested(rest, value));
    }
  }

  /** Take out what stands at `path`. */
  unset([step, ...rest]: JsonPath): void {
    if (step === undefined || !this.#fits(step)) return;
    if (rest.length === 0) {
      this.#remove(step);
      return;
    }
    const slot = this.#find(step);
    if (slot === undefined) return;
    if ('value' in slot) slot.value = withoutValue(slot.value, rest);
    else if (this.#replaced.has(slot)) this.#replaced.set(slot, withoutValue(this.#replaced.get(slot)!, rest));
    else this.#innerOf(slot)?.unset(rest);
  }

  /** Append an item to an array. */
  add(value: Json): void {
    this.#added.push({ key: undefined, value });
  }

  /** Take out the member that stands at `index` in the text, whatever else was taken out before. */
  removeMember(index: number): void {
    const member = this.#container.members[index];
    if (member) this.#removed.add(member);
  }

  #fits(step: string | number): boolean {
    return this.isArray === (typeof step === 'number');
  }

  #keyOf(step: string | number): string | undefined {
    return this.isArray ? undefined : String(step);
  }

  #kept(): Member[] {
    return this.#container.members.filter((member) => !this.#removed.has(member));
  }

  /** Of equal keys the last one counts, as in `JSON.parse`. */
  #find(step: string | number): Member | Addition | undefined {
    const kept = this.#kept();
    if (typeof step === 'number') return kept[step] ?? this.#added[step - kept.length];
    return this.#added.find(({ key }) => key === step) ?? kept.findLast(({ key }) => key === step);
  }

  #remove(step: string | number): void {
    const slot = this.#find(step);
    if (slot === undefined) return;
    if ('value' in slot) this.#added = this.#added.filter((other) => other !== slot);
    else if (typeof step === 'number') this.#removed.add(slot);
    // An earlier member of the same key would come to life.
    else for (const member of this.#kept()) if (member.key === step) this.#removed.add(member);
  }

  #innerOf(member: Member): Draft | undefined {
    const known = this.#inner.get(member) ?? Draft.at(this.#text, member.valueStart, this.#style);
    if (known) this.#inner.set(member, known);
    return known;
  }

  #replace(member: Member, value: Json): void {
    const inner = typeof value === 'object' && value !== null ? this.#innerOf(member) : undefined;
    if (inner && inner.isArray === Array.isArray(value)) {
      inner.#become(value as Json[] | { [key: string]: Json });
      return;
    }
    this.#inner.delete(member);
    this.#replaced.set(member, value);
  }

  /** Member by member, so that what stays keeps its form and its comments. */
  #become(value: Json[] | { [key: string]: Json }): void {
    if (!Array.isArray(value)) {
      const keys = [...this.#kept(), ...this.#added].map(({ key }) => String(key));
      for (const key of keys) if (!Object.hasOwn(value, key)) this.#remove(key);
      for (const [key, item] of Object.entries(value)) this.set([key], item);
      return;
    }
    const count = this.#kept().length + this.#added.length;
    // Where items leave from the middle, those behind it stay as they are.
    const same = (index: number, item: Json | undefined): boolean =>
      item !== undefined && sameJson(this.#valueOf(this.#find(index)!), item);
    let head = 0;
    while (head < Math.min(count, value.length) && same(head, value[head])) head++;
    let tail = 0;
    while (tail < Math.min(count, value.length) - head && same(count - 1 - tail, value[value.length - 1 - tail]))
      tail++;
    if (value.length > count) tail = 0;
    for (let index = count - 1 - tail; index >= value.length - tail; index--) this.#remove(index);
    for (let index = head; index < value.length - tail; index++) this.set([index], value[index]!);
  }

  /** For comparison only: undefined where the value is not plain JSON or has changes in it. */
  #valueOf(slot: Member | Addition): unknown {
    if ('value' in slot) return slot.value;
    if (this.#replaced.has(slot)) return this.#replaced.get(slot);
    return this.#inner.has(slot) ? undefined : parseOrUndefined(this.#text.slice(slot.valueStart, slot.valueEnd));
  }

  /** Sorted; they do not overlap. */
  textEdits(): TextEdit[] {
    const edits: TextEdit[] = [];
    for (const [member, inner] of this.#inner) if (!this.#removed.has(member)) edits.push(...inner.textEdits());
    for (const [member, value] of this.#replaced)
      if (!this.#removed.has(member)) edits.push(...this.#replacement(member, value));
    if (this.#removed.size > 0 || this.#added.length > 0) edits.push(...this.#memberEdits());
    return edits.sort(inOrder);
  }

  #replacement(member: Member, value: Json): TextEdit[] {
    const { valueStart: offset, valueEnd } = member;
    const before = this.#text.slice(offset, valueEnd);
    const text = printValue(value, this.#style, marginOf(this.#text, member.start), this.#spansLines ? 'fit' : 'line');
    if (text === before || sameJson(parseOrUndefined(before), value)) return [];
    return [{ offset, length: valueEnd - offset, text }];
  }

  get #spansLines(): boolean {
    const { open, members, close } = this.#container;
    return this.#text.slice(open, members[0]?.start ?? close).includes('\n');
  }

  #memberEdits(): TextEdit[] {
    const { members, open, close } = this.#container;
    const kept = this.#kept();
    if (kept.length === 0 && this.#holdsOnlyMembers()) {
      const text = this.#printAnew();
      return [{ offset: open + 1, length: close - open - 1, text: text.slice(1, -1) }];
    }
    const trailingComma = (members.at(-1)?.comma ?? -1) !== -1;
    const commas = kept.flatMap((member, index): TextEdit[] => {
      const needed = index < kept.length - 1 || this.#added.length > 0 || trailingComma;
      if (needed === (member.comma !== -1)) return [];
      return [
        needed ? { offset: member.valueEnd, length: 0, text: ',' } : { offset: member.comma, length: 1, text: '' },
      ];
    });
    const removals = united([...this.#removed].flatMap((member) => this.#removal(member, kept.at(-1)?.start ?? -1)));
    const insertion = this.#added.length > 0 ? [this.#insertion(kept.at(-1), trailingComma)] : [];
    return [...commas, ...removals, ...insertion];
  }

  /** True when no comment stands between the brackets beside the members. */
  #holdsOnlyMembers(): boolean {
    const { members, open, close } = this.#container;
    let at = open + 1;
    for (const { start, valueEnd, comma } of members) {
      if (!this.#isBlank(at, start) || (comma !== -1 && !this.#isBlank(valueEnd, comma))) return false;
      at = comma === -1 ? valueEnd : comma + 1;
    }
    return this.#isBlank(at, close);
  }

  /** The container as if nothing had been in it. */
  #printAnew(): string {
    const { open } = this.#container;
    const { eol, indent } = this.#style;
    if (this.#added.length === 0) return this.isArray ? '[]' : '{}';
    const margin = marginOf(this.#text, open);
    // A container within a line of another one stays within that line.
    const lineStart = this.#text.lastIndexOf('\n', open) + 1;
    const form: Form = /[[{]/.test(this.#text.slice(lineStart, open)) ? 'line' : 'fit';
    if (this.#spread && form === 'fit') {
      const items = this.#added.map(
        ({ value }) => margin + indent + printValue(value, this.#style, margin + indent, form),
      );
      return `[${eol}${items.join(`,${eol}`)}${eol}${margin}]`;
    }
    const value = this.isArray
      ? this.#added.map((addition) => addition.value)
      : Object.fromEntries(this.#added.map((addition) => [addition.key ?? '', addition.value]));
    return printValue(value, this.#style, margin, form);
  }

  /** A member with its comma and, when it has one to itself, its line; else with the blanks towards what stays. */
  #removal({ start, valueEnd, comma }: Member, lastKept: number): TextEdit[] {
    const text = this.#text;
    const { open } = this.#container;
    // A comment before the comma stays.
    const whole = comma === -1 || this.#isBlank(valueEnd, comma);
    const end = whole && comma !== -1 ? comma + 1 : valueEnd;
    const rest = whole ? [] : [{ offset: comma, length: 1, text: '' }];
    const lineBreak = text.lastIndexOf('\n', start - 1);
    const blanksEnd = skipBlanks(text, end);
    const endsLine = text[blanksEnd] === '\n' || text[blanksEnd] === '\r';
    let from = start;
    let to = end;
    if (lineBreak > open && this.#isBlank(lineBreak + 1, start) && endsLine) {
      from = text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
      to = blanksEnd;
    } else if (start < lastKept && !endsLine) {
      to = blanksEnd;
    } else {
      while (from - 1 > open && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
    }
    return [{ offset: from, length: to - from, text: '' }, ...rest];
  }

  /** What is added, behind the last member that stays and the comment on its line. */
  #insertion(last: Member | undefined, trailingComma: boolean): TextEdit {
    const text = this.#text;
    const { members, open, close } = this.#container;
    const at = last ? this.#behindComments(last.comma === -1 ? last.valueEnd : last.comma + 1) : this.#beforeClosing();
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    // What follows a line comment on its line would be part of it.
    const onNewLine = this.#spansLines || /\/\//.test(text.slice(Math.max(lineStart, last?.valueEnd ?? open), at));
    const sample = last ?? members[0];
    const ownLine = sample && this.#isBlank(text.lastIndexOf('\n', sample.start - 1) + 1, sample.start);
    const margin = ownLine ? marginOf(text, sample.start) : marginOf(text, open) + this.#style.indent;
    const compact =
      members.length > 0 && members.every((member) => !text.slice(member.valueStart, member.valueEnd).includes('\n'));
    const form: Form = !onNewLine || (this.isArray && compact) ? 'line' : 'fit';
    const separator = onNewLine ? this.#style.eol + margin : ' ';
    const items = this.#added.map(
      ({ key, value }) =>
        separator +
        (key === undefined ? '' : `${JSON.stringify(key)}: `) +
        printValue(value, this.#style, margin, form),
    );
    const closesBehind = !last && text.slice(at, close).trim() === '' && !text.slice(at, close).includes('\n');
    const end = closesBehind ? (onNewLine ? this.#style.eol + marginOf(text, open) : ' ') : '';
    return { offset: at, length: 0, text: items.join(',') + (trailingComma ? ',' : '') + end };
  }

  /** Behind the comments that follow on the same line and that no other member follows. */
  #behindComments(from: number): number {
    const text = this.#text;
    const { close } = this.#container;
    for (let at = from; ; ) {
      const start = skipBlanks(text, at);
      if (text.startsWith('//', start)) {
        let end = start;
        while (end < close && text[end] !== '\n' && text[end] !== '\r') end++;
        return end;
      }
      const end = text.startsWith('/*', start) ? text.indexOf('*/', start) + 2 : -1;
      if (end < 2 || end > close) return at;
      at = end;
    }
  }

  /** The end of the container's inside; the end of the line before when the bracket has a line to itself. */
  #beforeClosing(): number {
    const text = this.#text;
    const { open, close } = this.#container;
    const lineBreak = text.lastIndexOf('\n', close - 1);
    if (lineBreak <= open || !this.#isBlank(lineBreak + 1, close)) return close;
    return text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
  }

  #isBlank(start: number, end: number): boolean {
    return this.#text.slice(start, end).trim() === '';
  }
}

/** Insertions come before what is taken out at the same place. */
export function inOrder(a: TextEdit, b: TextEdit): number {
  return a.offset - b.offset || a.length - b.length;
}

/** Removals that touch, as those of neighbours on a line do, become one. */
function united(removals: TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const removal of removals.sort(inOrder)) {
    const last = result.at(-1);
    const end = last ? last.offset + last.length : -1;
    if (!last || removal.offset > end) result.push(removal);
    else result.splice(-1, 1, { ...last, length: Math.max(end, removal.offset + removal.length) - last.offset });
  }
  return result;
}

function nested(path: JsonPath, value: Json): Json {
  return path.reduceRight<Json>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}

/** A value with another one at `path`; `Draft.set` for values that are no text yet. */
export function withValue(json: Json, [step, ...rest]: JsonPath, value: Json): Json {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    if (!Array.isArray(json)) return isJsonObject(json) ? json : nested([step, ...rest], value);
    return step < json.length ? json.with(step, withValue(json[step]!, rest, value)) : [...json, nested(rest, value)];
  }
  if (Array.isArray(json)) return json;
  const fields: { [key: string]: Json } = isJsonObject(json) ? json : {};
  const inner = Object.hasOwn(fields, step) ? withValue(fields[step]!, rest, value) : nested(rest, value);
  return { ...fields, [step]: inner };
}

export function withoutValue(json: Json, [step, ...rest]: JsonPath): Json {
  if (typeof json !== 'object' || json === null || step === undefined || !Object.hasOwn(json, step)) return json;
  if (Array.isArray(json)) {
    const index = Number(step);
    return rest.length === 0 ? json.toSpliced(index, 1) : json.with(index, withoutValue(json[index]!, rest));
  }
  if (rest.length > 0) return { ...json, [step]: withoutValue(json[step]!, rest) };
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== String(step)));
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
