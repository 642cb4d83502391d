import { getNodeValue, type ParseError, parseTree } from 'jsonc-parser';
import { check, type LocalProblem, nearest } from './check';
import { contradictions } from './contradictions';
import { isJsonObject, type JsonPath, valueAt } from './json';
import type { KindCatalog } from './kind';
import { LineIndex, type Span } from './lines';
import type { Problem } from './problem';
import { referenceProblems } from './references';
import { findMember, scanContainer, skipTrivia, valueEnd } from './scan';
import { type SyntaxProblem, syntaxProblems } from './syntax';
import { diffTexts, type TextEdit } from './text-edit';
import { type Entries, headSchema, type ListName, listNames, listSchemas, type Pipeline } from './vocabulary';

/**
 * A parsed `*.pipeline.json`: the design, what is wrong with it, and where everything stands in the text.
 *
 * The text is the truth. `value` holds what could be understood; the rest is still in `text` and survives every edit.
 */
export interface PipelineDocument {
  readonly text: string;
  readonly value: Pipeline;
  /** False when the text does not parse: `value` is then a best effort, and nothing may be edited. */
  readonly readable: boolean;
  /** Sorted by place. Computed when first asked for. */
  readonly problems: readonly Problem[];
  readonly lines: LineIndex;
  /** Path of an entry of `value` in the text. Entries that were dropped leave gaps in the indexes, so ask for it. */
  pathOf(entry: Entries[ListName]): JsonPath;
  /** Where the value at `path` stands; of its key with `'key'`; undefined when the text has no such value. */
  spanOf(path: JsonPath, part?: 'value' | 'key'): Span | undefined;
  /** As `spanOf`, but the nearest ancestor that exists, and in the end the start of the design. */
  nearestSpan(path: JsonPath): Span;
}

interface Entry {
  readonly value: object | undefined;
  readonly problems: readonly LocalProblem[];
}

/** Entry `i` stands at `starts[i]` to `ends[i]`. Offsets are kept apart, so that an edit shifts numbers and makes no objects. */
interface ListPart {
  readonly entries: readonly Entry[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly problem?: LocalProblem;
}

interface Parts {
  readonly readable: boolean;
  readonly rootStart: number;
  readonly syntax: readonly SyntaxProblem[];
  readonly head: {
    readonly start: number;
    readonly value: Pick<Pipeline, 'version' | 'name' | 'description' | 'architecture'>;
    readonly problems: readonly LocalProblem[];
  };
  readonly lists: ReadonlyMap<ListName, ListPart>;
}

/**
 * Parse a design. Never throws.
 * @param previous the document before an edit: entries whose text did not change keep their identity, and an edit
 *   inside one entry costs only that entry.
 */
export function parseDocument(text: string, kinds: KindCatalog, previous?: PipelineDocument): PipelineDocument {
  try {
    return parse(text, kinds, previous);
  } catch (error) {
    // Brackets ten thousand deep exhaust the stack of every parser there is.
    if (error instanceof RangeError) return new ParsedDocument(text, kinds, nestedTooDeeply(text));
    throw error;
  }
}

function parse(text: string, kinds: KindCatalog, previous: PipelineDocument | undefined): PipelineDocument {
  if (previous instanceof ParsedDocument && previous.kinds === kinds) {
    const edit = diffTexts(previous.text, text);
    if (!edit) return previous;
    const single = editedInOneEntry(previous, text, edit);
    if (single) return new ParsedDocument(text, kinds, single.parts, valueAfter(previous, single));
    return new ParsedDocument(text, kinds, readParts(text, kinds, { parts: previous.parts, edit }));
  }
  return new ParsedDocument(text, kinds, readParts(text, kinds));
}

function nestedTooDeeply(text: string): Parts {
  const span = { offset: 0, length: Math.min(1, text.length) };
  const syntax = [{ code: 'document.not-json', message: 'This file is nested too deeply to be read.', span } as const];
  return { readable: false, rootStart: 0, syntax, head: { ...checkHead({}, 0), problems: [] }, lists: new Map() };
}

class ParsedDocument implements PipelineDocument {
  readonly value: Pipeline;
  #paths: Map<object, JsonPath> | undefined;
  #problems: readonly Problem[] | undefined;
  #lines: LineIndex | undefined;

  constructor(
    readonly text: string,
    readonly kinds: KindCatalog,
    readonly parts: Parts,
    value?: Pipeline,
  ) {
    this.value = value ?? designOf(parts);
  }

  get readable(): boolean {
    return this.parts.readable;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  get problems(): readonly Problem[] {
    this.#problems ??= this.#findProblems();
    return this.#problems;
  }

  pathOf(entry: Entries[ListName]): JsonPath {
    this.#paths ??= new Map(
      [...this.parts.lists].flatMap(([list, { entries }]) =>
        entries.flatMap(({ value }, index): [object, JsonPath][] => (value ? [[value, [list, index]]] : [])),
      ),
    );
    const path = this.#paths.get(entry);
    if (!path) throw new Error('pathOf: not an entry of this document');
    return path;
  }

  spanOf(path: JsonPath, which: 'value' | 'key' = 'value'): Span | undefined {
    const [list, index, ...rest] = path;
    const part = typeof index === 'number' ? this.parts.lists.get(list as ListName) : undefined;
    const start = part?.starts[index as number];
    if (start !== undefined && rest.length === 0)
      return { offset: start, length: part!.ends[index as number]! - start };
    const member =
      start !== undefined
        ? findMember(this.text, start, rest)
        : path.length > 0
          ? findMember(this.text, this.parts.rootStart, path)
          : undefined;
    if (!member) return undefined;
    if (which === 'value') return { offset: member.valueStart, length: member.valueEnd - member.valueStart };
    if (typeof member.key === 'number') return undefined;
    return { offset: member.start, length: (valueEnd(this.text, member.start) ?? member.start) - member.start };
  }

  nearestSpan(path: JsonPath): Span {
    for (let length = path.length; length > 0; length--) {
      const ancestor = path.slice(0, length);
      // For a missing field the ancestor's first characters are a better place than its whole text.
      const span = this.spanOf(ancestor);
      if (span) return length === path.length ? span : { offset: span.offset, length: Math.min(1, span.length) };
    }
    const start = Math.min(this.parts.rootStart, this.text.length);
    return { offset: start, length: Math.min(1, this.text.length - start) };
  }

  #findProblems(): Problem[] {
    const problems: Problem[] = this.parts.syntax.map((problem) => ({ ...problem, severity: 'error', path: [] }));
    const add = (base: JsonPath, local: LocalProblem): void => {
      const path = [...base, ...local.path];
      const span =
        local.code === 'document.unknown-field'
          ? (this.spanOf(path, 'key') ?? this.nearestSpan(path))
          : this.nearestSpan(path);
      problems.push({ ...local, path, span });
    };
    for (const local of this.parts.head.problems) add([], local);
    for (const [list, part] of this.parts.lists) {
      if (part.problem) add([], part.problem);
      for (const [index, entry] of part.entries.entries())
        for (const local of entry.problems) add([list, index], local);
    }
    for (const { list, index, id } of duplicatesOf(this.parts)) {
      const message = `"${id}" is already the id of another entry of "${list}"; this one is not used until it has an id of its own.`;
      add([list, index], { code: 'document.duplicate-id', severity: 'error', message, path: ['id'] });
    }
    for (const { entry, local } of contradictions(this.value, this.kinds)) add(this.pathOf(entry), local);
    for (const { entry, local } of referenceProblems(this.value, this.kinds))
      add(entry ? this.pathOf(entry) : [], local);
    return problems.sort((a, b) => a.span.offset - b.span.offset);
  }
}

interface ListEntry {
  readonly list: ListName;
  readonly index: number;
  readonly id: string;
}

/** Entries whose id an earlier entry of their list has. They are not part of the value. */
function duplicatesOf(parts: Parts): ListEntry[] {
  const duplicates: ListEntry[] = [];
  for (const [list, { entries }] of parts.lists) {
    const ids = new Set<string>();
    for (const [index, { value }] of entries.entries()) {
      const id = idOf(value);
      if (id === undefined) continue;
      if (ids.has(id)) duplicates.push({ list, index, id });
      else ids.add(id);
    }
  }
  return duplicates;
}

const idOf = (value: object | undefined): string | undefined => (value as { id?: string } | undefined)?.id;

function designOf(parts: Parts): Pipeline {
  const lists = {} as Record<ListName, object[]>;
  for (const list of listNames) {
    const ids = new Set<string>();
    lists[list] = (parts.lists.get(list)?.entries ?? []).flatMap(({ value }) => {
      const id = idOf(value);
      if (!value || (id !== undefined && ids.has(id))) return [];
      if (id !== undefined) ids.add(id);
      return [value];
    });
  }
  return { ...parts.head.value, ...lists } as unknown as Pipeline;
}

interface SingleEdit {
  readonly parts: Parts;
  readonly list: ListName;
  readonly before: Entry;
  readonly after: Entry;
}

/** The value after an edit of one entry that kept its id; undefined when more may have changed. */
function valueAfter(previous: ParsedDocument, { list, before, after }: SingleEdit): Pipeline | undefined {
  const values = previous.value[list] as readonly object[];
  const index = before.value ? values.indexOf(before.value) : -1;
  if (index === -1 || !after.value || idOf(before.value) !== idOf(after.value)) return undefined;
  return { ...previous.value, [list]: values.with(index, after.value) } as Pipeline;
}

/** An edit that stays within one list entry leaves all others, and their identity, as they are. */
function editedInOneEntry(previous: ParsedDocument, text: string, edit: TextEdit): SingleEdit | undefined {
  const { parts } = previous;
  if (!parts.readable) return undefined;
  const editEnd = edit.offset + edit.length;
  const shift = edit.text.length - edit.length;
  for (const [list, part] of parts.lists) {
    const index = entryAround(part, edit.offset, editEnd);
    if (index === -1) continue;
    const start = part.starts[index]!;
    const end = part.ends[index]! + shift;
    if (valueEnd(text, start) !== end) return undefined;
    const declared = readSlice(text, start, end);
    if (declared === undefined) return undefined;
    const before = part.entries[index]!;
    const after = checkEntry(list, declared.value, previous.kinds);
    const lists = new Map<ListName, ListPart>();
    for (const [name, other] of parts.lists) {
      const entries = name === list ? other.entries.with(index, after) : other.entries;
      lists.set(name, {
        ...other,
        entries,
        starts: shifted(other.starts, editEnd, shift),
        ends: shifted(other.ends, editEnd, shift),
      });
    }
    return { parts: { ...parts, lists }, list, before, after };
  }
  return undefined;
}

/** Offsets at or behind `from`, moved by `shift`. */
function shifted(offsets: Int32Array, from: number, shift: number): Int32Array {
  return shift === 0 ? offsets : offsets.map((offset) => (offset >= from ? offset + shift : offset));
}

/** Index of the entry that the range lies strictly inside of, or -1. */
function entryAround({ starts, ends }: ListPart, start: number, end: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (end >= ends[middle]!) low = middle + 1;
    else if (start <= starts[middle]!) high = middle - 1;
    else return middle;
  }
  return -1;
}

/** Reuse of what did not change. */
interface Before {
  readonly parts: Parts;
  readonly edit: TextEdit;
}

function readParts(text: string, kinds: KindCatalog, before?: Before): Parts {
  const rootStart = skipTrivia(text, 0);
  const root = scanContainer(text, rootStart, isListName);
  if (root?.type !== 'object' || skipTrivia(text, root.close + 1) < text.length) return readDamaged(text, kinds);
  const reuse = reusableEntries(before);
  const read = before ? pieceReader(text) : wholeReader(text);
  const lists = new Map<ListName, ListPart>();
  const head = new Map<string, unknown>();
  for (const { key, valueStart, valueEnd: end, container } of root.members) {
    if (isListName(key) && container?.type === 'array') {
      const entries: Entry[] = [];
      const starts = Int32Array.from(container.members, (item) => item.valueStart);
      const ends = Int32Array.from(container.members, (item) => item.valueEnd);
      for (let index = 0; index < starts.length; index++) {
        const known = reuse(key, starts[index]!, ends[index]!);
        const declared = known ? undefined : read([key, index], starts[index]!, ends[index]!);
        if (!known && !declared) return readDamaged(text, kinds);
        entries.push(known ?? checkEntry(key, declared!.value, kinds));
      }
      lists.set(key, { entries, starts, ends });
      continue;
    }
    const declared = read([key], valueStart, end);
    if (!declared) return readDamaged(text, kinds);
    if (isListName(key)) lists.set(key, { ...noEntries, problem: notAList(key) });
    else head.set(String(key), declared.value);
  }
  return { readable: true, rootStart, syntax: [], head: checkHead(Object.fromEntries(head), rootStart), lists };
}

const isListName = (key: string | number): key is ListName => (listNames as readonly (string | number)[]).includes(key);

type Reader = (path: JsonPath, start: number, end: number) => { value: unknown } | undefined;

/** One parse of all of the text serves every value; comments and trailing commas forbid that. */
function wholeReader(text: string): Reader {
  try {
    const whole: unknown = JSON.parse(text);
    return (path) => ({ value: valueAt(whole, path) });
  } catch {
    return pieceReader(text);
  }
}

/** Parses only what is asked for. */
const pieceReader =
  (text: string): Reader =>
  (_, start, end) =>
    readSlice(text, start, end);

const noEntries: ListPart = { entries: [], starts: new Int32Array(), ends: new Int32Array() };

function reusableEntries(
  before: Before | undefined,
): (list: ListName, start: number, end: number) => Entry | undefined {
  if (!before?.parts.readable) return () => undefined;
  const { edit, parts } = before;
  const editEnd = edit.offset + edit.length;
  const shift = edit.text.length - edit.length;
  const known = new Map<ListName, Map<number, { end: number; entry: Entry }>>();
  for (const [list, { entries, starts, ends }] of parts.lists) {
    const byStart = new Map<number, { end: number; entry: Entry }>();
    for (const [index, entry] of entries.entries()) {
      const [start, end] = [starts[index]!, ends[index]!];
      if (end <= edit.offset) byStart.set(start, { end, entry });
      else if (start >= editEnd) byStart.set(start + shift, { end: end + shift, entry });
    }
    known.set(list, byStart);
  }
  return (list, start, end) => {
    const candidate = known.get(list)?.get(start);
    return candidate?.end === end ? candidate.entry : undefined;
  };
}

/** Text that does not parse: say where, and keep what a tolerant parser still understands. */
function readDamaged(text: string, kinds: KindCatalog): Parts {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const syntax = syntaxProblems(text, errors);
  const lists = new Map<ListName, ListPart>();
  const head = new Map<string, unknown>();
  if (root?.type === 'object') {
    for (const property of root.children ?? []) {
      const [keyNode, valueNode] = property.children ?? [];
      if (!keyNode || !valueNode) continue;
      const key = String(keyNode.value);
      const list = listNames.find((name) => name === key);
      const items = valueNode.children ?? [];
      if (list && valueNode.type === 'array') {
        lists.set(list, {
          entries: items.map((item) => ({ ...checkEntry(list, getNodeValue(item), kinds), problems: [] })),
          starts: Int32Array.from(items, (item) => item.offset),
          ends: Int32Array.from(items, (item) => item.offset + item.length),
        });
      } else head.set(key, getNodeValue(valueNode));
    }
  } else if (syntax.length === 0) {
    syntax.push({
      code: 'document.not-a-design',
      message: 'A pipeline is a JSON object: { "version": 1, "name": "…", "nodes": [], "edges": [] }.',
      span: { offset: root?.offset ?? 0, length: root?.length ?? text.length },
    });
  }
  if (syntax.length === 0)
    syntax.push({ code: 'document.not-json', message: 'This is not JSON.', span: { offset: 0, length: 1 } });
  return {
    readable: false,
    rootStart: root?.offset ?? 0,
    syntax: syntax.slice(0, 20),
    head: { ...checkHead(Object.fromEntries(head), 0), problems: [] },
    lists,
  };
}

/** The value in a slice: by the engine's parser, or by the tolerant one when there are comments or trailing commas. */
function readSlice(text: string, start: number, end: number): { value: unknown } | undefined {
  const slice = text.slice(start, end);
  try {
    return { value: JSON.parse(slice) };
  } catch {
    const errors: ParseError[] = [];
    const tree = parseTree(slice, errors, { allowTrailingComma: true, disallowComments: false });
    return tree && errors.length === 0 ? { value: getNodeValue(tree) } : undefined;
  }
}

function checkEntry(list: ListName, declared: unknown, kinds: KindCatalog): Entry {
  const checked = check(listSchemas[list], declared);
  if (list !== 'nodes' || !checked.value) return checked;
  const node = checked.value as Entries['nodes'];
  const kind = kinds.get(node.kind);
  const problems = [...checked.problems];
  if (!kind) {
    const similar = nearest(node.kind, kinds.keys());
    problems.push({
      code: 'document.unknown-kind',
      severity: 'error',
      message: `"${node.kind}" is not a service Dataweir knows.${similar ? ` Did you mean "${similar}"?` : ''}`,
      path: ['kind'],
    });
  } else if (node.config !== undefined) {
    const config = check(kind.config, node.config);
    problems.push(...config.problems.map((problem) => ({ ...problem, path: ['config', ...problem.path] })));
    if (config.value !== node.config) {
      return { value: { ...node, config: config.value ?? {} }, problems };
    }
  }
  return { value: node, problems };
}

function checkHead(declared: Record<string, unknown>, start: number): Parts['head'] {
  const checked = check(headSchema, declared);
  const fields = isJsonObject(declared) ? declared : {};
  const value = checked.value ?? {
    version: 1 as const,
    name: typeof fields.name === 'string' ? fields.name : '',
    architecture: check(headSchema.shape.architecture, fields.architecture).value,
  };
  return {
    start,
    value: { ...value, architecture: value.architecture ?? {} },
    problems: checked.problems,
  };
}

const notAList = (list: ListName): LocalProblem => ({
  code: 'document.wrong-shape',
  severity: 'error',
  message: `"${list}" must be a list: [ … ].`,
  path: [list],
});
