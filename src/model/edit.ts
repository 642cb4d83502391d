import * as z from 'zod';
import type { PipelineDocument } from './document';
import { Draft, inOrder, withoutValue, withValue } from './draft';
import type { Json, JsonPath } from './json';
import { type Style, styleOf } from './print-value';
import { skipTrivia } from './scan';
import { applyTextEdits, type TextEdit } from './text-edit';
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
  /** Take an entry out of its list. What refers to it stays: see `removeElements`. */
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
 * The text edits that carry out `edits`, in order, against `document`. Elements go by the ids they have before all of
 * them, or with which one of them adds them; entries that share an id, as grants without one may, change together.
 * Edits of elements that do not exist are dropped: the file moved on, and there is nothing left to change.
 * @throws when the document is not readable: a text that does not parse can only be mended as text.
 */
export function toTextEdits(document: PipelineDocument, edits: readonly Edit[]): TextEdit[] {
  if (!document.readable) throw new Error('toTextEdits: the document does not parse');
  const batch = new Batch(document);
  for (const edit of edits) batch.take(edit);
  return batch.textEdits();
}

/** The text after the edits. */
export function applyEdits(document: PipelineDocument, edits: readonly Edit[]): string {
  return applyTextEdits(document.text, toTextEdits(document, edits));
}

type FieldEdit = Extract<Edit, { op: 'set' | 'unset' }>;

/** Edits of one document on their way to text: a draft of each part of it that they touch. */
class Batch {
  readonly #document: PipelineDocument;
  readonly #style: Style;
  readonly #indexes = new Map<ListName, ReadonlyMap<string, readonly number[]>>();
  readonly #added = new Map<ListName, Json[]>();
  readonly #removed = new Map<ListName, Set<number>>();
  readonly #entries = new Map<ListName, Map<number, Draft | undefined>>();
  #design: Draft | undefined;

  constructor(document: PipelineDocument) {
    this.#document = document;
    this.#style = styleOf(document.text);
  }

  take(edit: Edit): void {
    if (edit.op === 'add') getOrSet(this.#added, edit.list, () => []).push(edit.value);
    else if (edit.op === 'remove') this.#remove(edit.element);
    else if (edit.element.list !== 'design') this.#editEntry(edit.element, edit);
    // Lists have entries, and entries have ids: they are not edited by index.
    else if (!listNames.some((list) => list === edit.path[0])) change(this.#designDraft(), edit);
  }

  textEdits(): TextEdit[] {
    const drafts = new Set<Draft | undefined>();
    for (const [list, entries] of this.#entries)
      for (const [index, draft] of entries) if (!this.#removed.get(list)?.has(index)) drafts.add(draft);
    for (const list of new Set([...this.#added.keys(), ...this.#removed.keys()])) drafts.add(this.#listDraft(list));
    drafts.add(this.#design);
    return [...drafts].flatMap((draft) => draft?.textEdits() ?? []).sort(inOrder);
  }

  #remove({ list, id }: { list: ListName; id: string }): void {
    const removed = getOrSet(this.#removed, list, () => new Set<number>());
    const indexes = this.#indexesOf(list, id);
    for (const index of indexes) removed.add(index);
    const fresh = indexes.length === 0 ? this.#freshIndex(list, id) : -1;
    if (fresh !== -1) this.#added.get(list)?.splice(fresh, 1);
  }

  #editEntry({ list, id }: { list: ListName; id: string }, edit: FieldEdit): void {
    const entries = getOrSet(this.#entries, list, () => new Map<number, Draft | undefined>());
    const indexes = this.#indexesOf(list, id);
    for (const index of indexes)
      change(
        getOrSet(entries, index, () => this.#draftAt([list, index])),
        edit,
      );
    const added = this.#added.get(list);
    const fresh = indexes.length === 0 ? this.#freshIndex(list, id) : -1;
    if (!added || fresh === -1) return;
    added[fresh] =
      edit.op === 'set' ? withValue(added[fresh]!, edit.path, edit.value) : withoutValue(added[fresh]!, edit.path);
  }

  #freshIndex(list: ListName, id: string): number {
    return this.#added.get(list)?.findIndex((value) => idOfJson(list, value) === id) ?? -1;
  }

  /** The list with what comes and goes; undefined when there is none, and then it is made. */
  #listDraft(list: ListName): Draft | undefined {
    const added = this.#added.get(list) ?? [];
    if (!this.#document.spanOf([list])) {
      if (added.length > 0) this.#designDraft()?.set([list], added);
      return undefined;
    }
    const draft = this.#draftAt([list]);
    // A list that is something else is left to people.
    if (!draft?.isArray) return undefined;
    for (const index of this.#removed.get(list) ?? []) draft.removeMember(index);
    for (const value of added) draft.add(value);
    return draft;
  }

  #designDraft(): Draft | undefined {
    this.#design ??= Draft.at(this.#document.text, skipTrivia(this.#document.text, 0), this.#style);
    return this.#design;
  }

  #draftAt(path: JsonPath): Draft | undefined {
    const span = this.#document.spanOf(path);
    return span && Draft.at(this.#document.text, span.offset, this.#style, path.length === 1);
  }

  /** Entries of the text that go by an id and were not removed by an earlier edit. */
  #indexesOf(list: ListName, id: string): readonly number[] {
    const indexes = getOrSet(this.#indexes, list, () => {
      const byId = new Map<string, number[]>();
      for (const entry of this.#document.value[list])
        getOrSet(byId, elementId(list, entry), () => []).push(Number(this.#document.pathOf(entry)[1]));
      return byId;
    });
    const removed = this.#removed.get(list);
    return (indexes.get(id) ?? []).filter((index) => !removed?.has(index));
  }
}

function change(draft: Draft | undefined, edit: FieldEdit): void {
  if (edit.op === 'set') draft?.set(edit.path, edit.value);
  else draft?.unset(edit.path);
}

/** Id of an entry that has not been checked yet. */
function idOfJson<L extends ListName>(list: L, value: Json): string {
  return elementId(list, value as unknown as Entries[L]);
}

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  if (map.has(key)) return map.get(key)!;
  const value = make();
  map.set(key, value);
  return value;
}
