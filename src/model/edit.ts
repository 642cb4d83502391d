import * as z from 'zod';
import type { PipelineDocument } from './document';
import { type Json, type JsonPath, sameJson } from './json';
import { type Container, findMember, type Member, scanContainer, skipTrivia } from './scan';
import { applyTextEdits, diffTexts, type TextEdit } from './text-edit';
import { type Entries, type ListName, listNames } from './vocabulary';

/**
 * Changes to a design as values. The canvas, the fixes and the commands speak in these; only this file turns them into
 * text, as the smallest change that keeps the user's formatting and comments.
 */
export const elementRefSchema = z.union([
  z.strictObject({ list: z.enum(listNames), id: z.string() }),
  z.strictObject({ list: z.literal('design') }),
]);
/** An entry of a list by its id (`elementId`), or the design itself: `architecture`, `name`, `description`. */
export type ElementRef = z.infer<typeof elementRefSchema>;

const path = z.array(z.union([z.string(), z.int().nonnegative()])).min(1);
export const editSchema = z.discriminatedUnion('op', [
  /** Give a field a value; missing objects on the way are made. */
  z.strictObject({ op: z.literal('set'), element: elementRefSchema, path, value: z.json() }),
  /** Take a field out, so that its default or "unknown" holds again. */
  z.strictObject({ op: z.literal('unset'), element: elementRefSchema, path }),
  /** Append an entry to a list. */
  z.strictObject({ op: z.literal('add'), list: z.enum(listNames), value: z.record(z.string(), z.json()) }),
  /** Take an entry out of its list. What refers to it stays: see `removeNodes`. */
  z.strictObject({ op: z.literal('remove'), element: z.strictObject({ list: z.enum(listNames), id: z.string() }) }),
]);
export type Edit = z.infer<typeof editSchema>;

/** Id of an entry. Grants without one are named by what they join, suppressions by rule and element. */
export function elementId<L extends ListName>(list: L, entry: Entries[L]): string {
  if (list === 'suppressions') {
    const { rule, on } = entry as Entries['suppressions'];
    return `${rule}@${on ?? ''}`;
  }
  const { id } = entry as { id?: string };
  if (id !== undefined) return id;
  const { persona, node, data } = entry as Entries['grants'];
  return `${persona}:${node}:${data}`;
}

export function findEntry(
  document: PipelineDocument,
  element: { list: ListName; id: string },
): Entries[ListName] | undefined {
  return document.value[element.list].find((entry) => elementId(element.list, entry) === element.id);
}

/**
 * The text edits that carry out `edits`, in order, against `document`.
 * Edits of elements that do not exist are dropped: the file moved on, and there is nothing left to change.
 * @throws when the document is not readable: a text that does not parse can only be mended as text.
 */
export function toTextEdits(document: PipelineDocument, edits: readonly Edit[]): TextEdit[] {
  if (!document.readable) throw new Error('toTextEdits: the document does not parse');
  const style = styleOf(document.text);
  const find = finder(document);
  const result: TextEdit[] = [];
  const entryEdits = new Map<string, { path: JsonPath; edits: (Edit & { op: 'set' | 'unset' })[] }>();
  const added = new Map<ListName, (Edit & { op: 'add' })[]>();
  const removed = new Map<ListName, Set<number>>();
  for (const edit of edits) {
    if (edit.op === 'add') push(added, edit.list, edit);
    else if (edit.op === 'remove') {
      const at = find(edit.element);
      if (at) addTo(removed, edit.element.list, at[1] as number);
    } else {
      // A field of an entry that the same batch adds goes into the new entry itself.
      const fresh = edit.element.list === 'design' ? undefined : freshEntry(added, edit.element);
      if (fresh) {
        fresh.value = JSON.parse(applyToSlice(JSON.stringify(fresh.value), edit, style, 0)) as typeof fresh.value;
        continue;
      }
      const at = edit.element.list === 'design' ? [] : find(edit.element);
      if (!at) continue;
      const key = at.join('/');
      const group = entryEdits.get(key) ?? { path: at, edits: [] };
      group.edits.push(edit);
      entryEdits.set(key, group);
    }
  }
  for (const { path: at, edits: group } of entryEdits.values()) {
    if (at.length === 2 && removed.get(at[0] as ListName)?.has(at[1] as number)) continue;
    result.push(...entryTextEdits(document, at, group, style));
  }
  for (const list of new Set([...added.keys(), ...removed.keys()])) {
    result.push(
      ...listTextEdits(
        document,
        list,
        removed.get(list) ?? new Set(),
        (added.get(list) ?? []).map(({ value }) => value),
        style,
      ),
    );
  }
  return result.sort((a, b) => a.offset - b.offset);
}

/** The text after the edits. */
export function applyEdits(document: PipelineDocument, edits: readonly Edit[]): string {
  return applyTextEdits(document.text, toTextEdits(document, edits));
}

function finder(document: PipelineDocument): (element: { list: ListName; id: string }) => JsonPath | undefined {
  const indexes = new Map<ListName, Map<string, JsonPath>>();
  return ({ list, id }) => {
    let index = indexes.get(list);
    if (!index) {
      index = new Map(
        (document.value[list] as readonly Entries[ListName][]).map((entry) => [
          elementId(list, entry),
          document.pathOf(entry),
        ]),
      );
      indexes.set(list, index);
    }
    return index.get(id);
  };
}

function freshEntry(
  added: Map<ListName, (Edit & { op: 'add' })[]>,
  element: { list: ListName; id: string },
): (Edit & { op: 'add' }) | undefined {
  return added
    .get(element.list)
    ?.find(({ value }) => elementId(element.list, value as unknown as Entries[ListName]) === element.id);
}

function entryTextEdits(
  document: PipelineDocument,
  at: JsonPath,
  edits: readonly (Edit & { op: 'set' | 'unset' })[],
  style: Style,
): TextEdit[] {
  const { text } = document;
  const span = at.length === 0 ? rootSpan(text) : document.spanOf(at);
  if (!span) return [];
  const direct: TextEdit[] = [];
  const seen = new Set<string>();
  for (const edit of edits) {
    const member = edit.op === 'set' && isScalar(edit.value) ? findMember(text, span.offset, edit.path) : undefined;
    const key = JSON.stringify(edit.path);
    if (!member || edit.op !== 'set' || seen.has(key) || isBracket(text, member.valueStart))
      return [sliceEdit()].flat();
    seen.add(key);
    const printed = JSON.stringify(edit.value);
    if (text.slice(member.valueStart, member.valueEnd) !== printed) {
      direct.push({ offset: member.valueStart, length: member.valueEnd - member.valueStart, text: printed });
    }
  }
  return direct;

  function sliceEdit(): TextEdit[] {
    const before = text.slice(span!.offset, span!.offset + span!.length);
    const depth = depthAt(text, span!.offset, style);
    const after = edits.reduce((slice, edit) => applyToSlice(slice, edit, style, depth), before);
    const difference = diffTexts(before, after);
    return difference ? [{ ...difference, offset: difference.offset + span!.offset }] : [];
  }
}

const isScalar = (value: Json): boolean => typeof value !== 'object' || value === null;
const isBracket = (text: string, at: number): boolean => text[at] === '{' || text[at] === '[';

function rootSpan(text: string): { offset: number; length: number } {
  const offset = skipTrivia(text, 0);
  return { offset, length: (scanContainer(text, offset)?.close ?? offset) + 1 - offset };
}

/** One edit on the text of one object. `depth` is the indentation level of the line on which the object begins. */
function applyToSlice(slice: string, edit: Edit & { op: 'set' | 'unset' }, style: Style, depth: number): string {
  const member = findMember(slice, 0, edit.path);
  if (edit.op === 'unset') {
    const parent = member && containerAt(slice, edit.path.slice(0, -1));
    return parent
      ? applyTextEdits(
          slice,
          removeMembers(
            slice,
            parent,
            new Set([parent.members.indexOf(parent.members.find(({ start }) => start === member.start)!)]),
            style,
          ),
        )
      : slice;
  }
  if (member) {
    const current = slice.slice(member.valueStart, member.valueEnd);
    if (sameJson(parseOrUndefined(current), edit.value)) return slice;
    const printed = printValue(
      edit.value,
      style,
      depth + levelOf(slice, member.valueStart, style, depth),
      current.includes('\n') || !isBracket(current, 0) ? 'fit' : 'line',
    );
    return slice.slice(0, member.valueStart) + printed + slice.slice(member.valueEnd);
  }
  // Make the innermost object that is missing, inside the deepest one that exists.
  for (let length = edit.path.length - 1; length >= 0; length--) {
    const parent = containerAt(slice, edit.path.slice(0, length));
    if (!parent) continue;
    const step = edit.path[length]!;
    if ((parent.type === 'array') !== (typeof step === 'number')) return slice;
    const value = edit.path
      .slice(length + 1)
      .reduceRight<Json>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), edit.value);
    return applyTextEdits(
      slice,
      appendMembers(slice, parent, [{ key: parent.type === 'object' ? String(step) : undefined, value }], style, depth),
    );
  }
  return slice;
}

function containerAt(text: string, at: JsonPath): Container | undefined {
  if (at.length === 0) return scanContainer(text, skipTrivia(text, 0));
  const member = findMember(text, skipTrivia(text, 0), at);
  return member && scanContainer(text, member.valueStart);
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listTextEdits(
  document: PipelineDocument,
  list: ListName,
  removed: ReadonlySet<number>,
  added: readonly Json[],
  style: Style,
): TextEdit[] {
  const { text } = document;
  const root = skipTrivia(text, 0);
  const member = findMember(text, root, [list]);
  const container = member && scanContainer(text, member.valueStart);
  if (!member) {
    const design = scanContainer(text, root)!;
    return added.length === 0 ? [] : appendMembers(text, design, [{ key: list, value: [...added] }], style, 0);
  }
  if (container?.type !== 'array') return [];
  return [
    ...removeMembers(text, container, removed, style, added.length > 0),
    ...appendMembers(
      text,
      container,
      added.map((value) => ({ key: undefined, value })),
      style,
      depthAt(text, member.start, style),
      removed,
    ),
  ];
}

/** Take members out, each with its comma and its line, and leave comments that stand on their own. */
function removeMembers(
  text: string,
  container: Container,
  removed: ReadonlySet<number>,
  style: Style,
  moreFollow = false,
): TextEdit[] {
  const { members, open, close } = container;
  if (removed.size === 0) return [];
  const edits: TextEdit[] = [];
  if (removed.size === members.length && !moreFollow && onlyTrivia(text, container)) {
    return [{ offset: open + 1, length: close - open - 1, text: '' }];
  }
  members.forEach((member, index) => {
    if (!removed.has(index)) return;
    let start = member.start;
    let end = member.comma === -1 ? member.valueEnd : member.comma + 1;
    const lineStart = text.lastIndexOf('\n', start - 1);
    const restEnds = endOfBlank(text, end);
    if (
      lineStart > open &&
      isBlank(text, lineStart + 1, start) &&
      (text[restEnds] === '\n' || text[restEnds] === '\r')
    ) {
      start = text[lineStart - 1] === '\r' ? lineStart - 1 : lineStart;
      end = restEnds;
    } else if (text[end] === ' ' && !(text[restEnds] === '\n' || text[restEnds] === '\r')) {
      end = restEnds;
    } else if (member.comma === -1) {
      while (start - 1 > open && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
    }
    edits.push({ offset: start, length: end - start, text: '' });
  });
  // The last one that stays must not be left with a comma, unless the list had a trailing comma before.
  const lastKept = members.findLastIndex((_, index) => !removed.has(index));
  const kept = members[lastKept];
  if (kept && lastKept < members.length - 1 && members.at(-1)!.comma === -1 && kept.comma !== -1 && !moreFollow) {
    edits.push({ offset: kept.comma, length: 1, text: '' });
  }
  void style;
  return edits;
}

/** True when nothing but the members, commas and white space stands in the container: no comment would be lost. */
function onlyTrivia(text: string, { members, open, close }: Container): boolean {
  let at = open + 1;
  for (const member of members) {
    if (!isBlank(text, at, member.start)) return false;
    if (member.comma !== -1 && !isBlank(text, member.valueEnd, member.comma)) return false;
    at = member.comma === -1 ? member.valueEnd : member.comma + 1;
  }
  return isBlank(text, at, close);
}

interface NewMember {
  readonly key: string | undefined;
  readonly value: Json;
}

/** Append members in the form the container already has: one a line, or all on one line. */
function appendMembers(
  text: string,
  container: Container,
  added: readonly NewMember[],
  style: Style,
  depth: number,
  removed: ReadonlySet<number> = new Set(),
): TextEdit[] {
  if (added.length === 0) return [];
  const { members, open, close } = container;
  const level = depth + levelOf(text, open, style, depth);
  const last = members.findLast((_, index) => !removed.has(index));
  const multiline =
    members.length > 0
      ? text.slice(open, members[0]!.start).includes('\n')
      : container.type === 'array'
        ? level <= 1
        : !sameLine(text, open);
  const nested =
    members.length > 0 &&
    multiline &&
    members.every((member) => !text.slice(member.valueStart, member.valueEnd).includes('\n'))
      ? 'line'
      : 'fit';
  const indent = style.indent.repeat(level + 1);
  const separator = multiline ? style.eol + indent : ' ';
  const body = added
    .map(
      ({ key, value }) =>
        (key === undefined ? '' : `${JSON.stringify(key)}: `) +
        printValue(value, style, level + 1, multiline ? nested : 'line'),
    )
    .map((printed) => separator + printed)
    .join(',');
  if (!last) {
    // Nothing stays before it: the new members fill the brackets, behind any comment that is in there.
    const end = members.length > 0 ? undefined : close;
    const inner = text.slice(open + 1, close);
    const after = multiline ? style.eol + style.indent.repeat(level) : ' ';
    if (end !== undefined && inner.trim() === '')
      return [{ offset: open + 1, length: inner.length, text: body + after }];
    const tail =
      text.slice(text.lastIndexOf('\n', close) + 1, close).trim() === '' && inner.includes('\n')
        ? lineBreakBefore(text, close)
        : close;
    return [{ offset: tail, length: 0, text: tail === close ? body + after : body }];
  }
  const hadTrailingComma = members.at(-1)!.comma !== -1;
  const commaAfterLast = last.comma !== -1;
  const anchor = endOfLineComment(text, commaAfterLast ? last.comma + 1 : last.valueEnd, close);
  const trailing = hadTrailingComma ? ',' : '';
  if (commaAfterLast) return [{ offset: anchor, length: 0, text: body + trailing }];
  return anchor === last.valueEnd
    ? [{ offset: anchor, length: 0, text: `,${body}${trailing}` }]
    : [
        { offset: last.valueEnd, length: 0, text: ',' },
        { offset: anchor, length: 0, text: body + trailing },
      ];
}

/** Behind a comment that follows on the same line, else `at`. */
function endOfLineComment(text: string, at: number, limit: number): number {
  const start = endOfBlank(text, at);
  if (text.startsWith('//', start)) {
    const end = text.indexOf('\n', start);
    const lineEnd = end === -1 ? limit : text[end - 1] === '\r' ? end - 1 : end;
    return Math.min(lineEnd, limit);
  }
  if (text.startsWith('/*', start)) {
    const end = text.indexOf('*/', start);
    return end === -1 ? at : Math.min(end + 2, limit);
  }
  return at;
}

function lineBreakBefore(text: string, at: number): number {
  const newline = text.lastIndexOf('\n', at - 1);
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

function endOfBlank(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!/\s/.test(text[i]!)) return false;
  return true;
}

/** Whether the bracket at `open` is not the first thing of a member on a line of its own: a compact object. */
function sameLine(text: string, open: number): boolean {
  const lineStart = text.lastIndexOf('\n', open) + 1;
  return text.slice(lineStart, open).includes('{');
}

/** How the file is written: taken from its first indented line. */
export interface Style {
  readonly indent: string;
  readonly eol: string;
}

export function styleOf(text: string): Style {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return { indent, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** Indentation level of the line that holds `at`. */
function depthAt(text: string, at: number, style: Style): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const blank = endOfBlank(text, lineStart) - lineStart;
  return Math.round(blank / style.indent.length);
}

/** Level of a place in a slice relative to the line the slice begins on. */
function levelOf(slice: string, at: number, style: Style, depth: number): number {
  const newline = slice.lastIndexOf('\n', at);
  return newline === -1 ? 0 : Math.max(0, depthAt(slice, at, style) - depth);
}

const lineWidth = 120;

/**
 * A value as text. `line` puts it on one line; `fit` does so only for scalars, and for lists and objects that are flat
 * and short.
 */
export function printValue(value: Json, style: Style, level: number, form: 'line' | 'fit'): string {
  if (isScalar(value)) return JSON.stringify(value);
  const line = printLine(value);
  const flat = Object.values(value as object).every((item) => isScalar(item as Json));
  if (
    form === 'line' ||
    line === '[]' ||
    line === '{}' ||
    (flat && line.length + style.indent.length * level <= lineWidth)
  )
    return line;
  const indent = style.indent.repeat(level + 1);
  const items = Array.isArray(value)
    ? value.map((item) => indent + printValue(item, style, level + 1, form))
    : Object.entries(value as object).map(
        ([key, item]) => `${indent}${JSON.stringify(key)}: ${printValue(item as Json, style, level + 1, form)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return open + style.eol + items.join(`,${style.eol}`) + style.eol + style.indent.repeat(level) + close;
}

function printLine(value: Json): string {
  if (isScalar(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printLine).join(', ')}]`;
  const properties = Object.entries(value as object).map(
    ([key, item]) => `${JSON.stringify(key)}: ${printLine(item as Json)}`,
  );
  return properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function addTo<K>(map: Map<K, Set<number>>, key: K, value: number): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

export type { Member };
