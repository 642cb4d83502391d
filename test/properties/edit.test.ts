import fc from 'fast-check';
import { getNodeValue, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { type PipelineDocument, parseDocument } from '../../src/model/document';
import { applyEdits, type Edit, type ElementRef, elementId, toTextEdits } from '../../src/model/edit';
import { isJsonObject, type Json, type JsonObject, type JsonPath, sameJson } from '../../src/model/json';
import type { Span } from '../../src/model/lines';
import { moveNodes, removeElements, renameElement, snap } from '../../src/model/operations';
import { referencesOf, targetList } from '../../src/model/references';
import { findMember, skipTrivia } from '../../src/model/scan';
import { applyTextEdits, invertTextEdits, type TextEdit } from '../../src/model/text-edit';
import { type Entries, type ListName, listNames } from '../../src/model/vocabulary';
import { kinds } from '../../src/services/catalog';
import { designText, entryFor, json, ordinaryText } from './arbitraries';
import { commentsOf, type FoundComment, lostComments } from './comments';
import { runs } from './runs';

/** What an edit shall be: chosen before the design is known, fitted to it by `editFor`. */
interface Wish {
  readonly op: 'set' | 'unset' | 'add' | 'remove' | 'design';
  readonly list: ListName;
  readonly entry: number;
  readonly path: readonly number[];
  readonly key: string;
  readonly value: Json;
  readonly added: JsonObject;
}

const wish: fc.Arbitrary<Wish> = fc.constantFrom(...listNames, 'nodes' as const, 'nodes' as const).chain((list) =>
  fc.record({
    op: fc.constantFrom('set', 'set', 'unset', 'add', 'remove', 'design'),
    list: fc.constant(list),
    entry: fc.nat(),
    path: fc.array(fc.nat(), { maxLength: 3 }),
    key: fc.constantFrom(
      'label',
      'config',
      'position',
      'x',
      'tags',
      'owner',
      '__proto__',
      'constructor',
      'new key',
      'a"b',
    ),
    value: json,
    added: entryFor(list),
  }),
);

/** The edit that a wish comes to in a design; undefined when the design has nothing for it. */
function editFor(document: PipelineDocument, { op, list, entry, path, key, value, added }: Wish): Edit | undefined {
  if (op === 'add') return { op, list, value: added };
  if (op === 'design') {
    const steps = path.length % 2 === 0 ? ['description'] : ['architecture', key];
    return { op: 'set', element: { list: 'design' }, path: steps, value };
  }
  const entries = document.value[list] as readonly Entries[ListName][];
  const chosen = entries[entry % (entries.length || 1)];
  if (!chosen) return undefined;
  const element = { list, id: elementId(list, chosen) };
  if (op === 'remove') return { op, element };
  const steps: (string | number)[] = [];
  let at: unknown = valueAt(document, chosen);
  for (const choice of path) {
    const keys = Array.isArray(at)
      ? [...at.keys()]
      : isJsonObject(at)
        ? Object.keys(at).filter((name) => name !== 'id')
        : [];
    const step = keys[choice % (keys.length + 1)];
    if (step === undefined) break;
    steps.push(step);
    at = (at as Record<string | number, unknown>)[step];
  }
  if (Array.isArray(at) && steps.length > 0 && op === 'set') steps.push(at.length);
  if (isJsonObject(at) && op === 'set') steps.push(key);
  if (steps.length === 0) return undefined;
  return op === 'set' ? { op, element, path: steps, value } : { op: 'unset', element, path: steps };
}

/** The entry as it stands in the text, fields that nothing reads included. */
function valueAt(document: PipelineDocument, entry: Entries[ListName]): Json {
  const [list, index] = document.pathOf(entry);
  return (rawOf(document.text)[String(list)] as Json[])[Number(index)]!;
}

function rawOf(text: string): JsonObject {
  const tree = parseTree(text.replace(/^\ufeff/, ''), [], { allowTrailingComma: true });
  return getNodeValue(tree!) as JsonObject;
}

/** What an edit means, on values. */
function carryOut(document: PipelineDocument, design: JsonObject, edit: Edit): JsonObject {
  if (edit.op === 'add')
    return define(design, edit.list, [...((design[edit.list] as Json[] | undefined) ?? []), edit.value]);
  if (edit.op === 'remove') {
    const gone = pathsIn(document, edit.element).map(([, index]) => index);
    const { list } = edit.element;
    return define(
      design,
      list,
      (design[list] as Json[]).filter((_, index) => !gone.includes(index)),
    );
  }
  return pathsIn(document, edit.element).reduce<JsonObject>((value, base) => {
    const path = [...base, ...edit.path];
    return (edit.op === 'set' ? setIn(value, path, edit.value) : unsetIn(value, path)) as JsonObject;
  }, design);
}

/** Entries that go by an id: one, or several grants or suppressions without an id of their own. */
function pathsIn(document: PipelineDocument, element: ElementRef): JsonPath[] {
  if (element.list === 'design') return [[]];
  const { list, id } = element;
  const entries: readonly Entries[ListName][] = document.value[list];
  return entries.filter((entry) => elementId(list, entry) === id).map((entry) => document.pathOf(entry));
}

function define(object: JsonObject, key: string, value: Json): JsonObject {
  return Object.fromEntries([...Object.entries(object).filter(([other]) => other !== key), [key, value]]);
}

function setIn(json: Json | undefined, path: readonly (string | number)[], value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items = [...(json as Json[])];
    items[step] = setIn(items[step], rest, value);
    return items;
  }
  const fields = isJsonObject(json) ? json : {};
  const inner = Object.hasOwn(fields, step) ? fields[step] : undefined;
  return define(fields, step, setIn(inner, rest, value));
}

function unsetIn(json: Json, path: readonly (string | number)[]): Json {
  const [step, ...rest] = path;
  if (Array.isArray(json)) {
    if (rest.length === 0) return json.filter((_, index) => index !== step);
    return json.map((item, index) => (index === step ? unsetIn(item, rest) : item));
  }
  const fields = Object.entries(json as JsonObject);
  if (rest.length === 0) return Object.fromEntries(fields.filter(([key]) => key !== step));
  return Object.fromEntries(fields.map(([key, item]) => [key, key === step ? unsetIn(item, rest) : item]));
}

/** The parts of the text that an edit may change: what it names, or where that would stand. */
function territories(document: PipelineDocument, edit: Edit): Span[] {
  const whole = { offset: 0, length: document.text.length };
  if (edit.op === 'add') return [document.spanOf([edit.list]) ?? whole];
  if (edit.element.list === 'design') return [whole];
  if (edit.op === 'remove') return [document.spanOf([edit.element.list])!];
  return pathsIn(document, edit.element).map((path) => document.spanOf(path)!);
}

/** Whether a comment stands within what the edit takes out or overwrites. */
function isDoomed(document: PipelineDocument, edit: Edit, { offset }: FoundComment): boolean {
  if (edit.op === 'add') return false;
  const rest = edit.op === 'remove' ? [] : edit.path;
  const root = document.text.startsWith('\ufeff') ? 1 : skipTrivia(document.text, 0);
  return pathsIn(document, edit.element).some((path) => {
    const member = findMember(document.text, root, [...path, ...rest]);
    return member !== undefined && offset > member.start && offset < member.valueEnd;
  });
}

describe('one edit', () => {
  it('changes the value as it says, within its element, and loses no comment', () => {
    fc.assert(
      fc.property(designText, wish, ({ text }, wanted) => {
        const document = parseDocument(text, kinds);
        const edit = editFor(document, wanted);
        if (!edit) return;
        const textEdits = toTextEdits(document, [edit]);
        const after = applyTextEdits(text, textEdits);
        expect(parseDocument(after, kinds).readable, after).toBe(true);
        const expected = carryOut(document, rawOf(text), edit);
        if (!sameJson(rawOf(after), expected))
          expect({ after, value: rawOf(after) }).toEqual({ after, value: expected });
        const allowed = territories(document, edit);
        const isWithin = (inner: TextEdit): boolean =>
          allowed.some(
            ({ offset, length }) => inner.offset >= offset && inner.offset + inner.length <= offset + length,
          );
        expect(textEdits.filter((textEdit) => !isWithin(textEdit))).toEqual([]);
        const kept = commentsOf(text).filter((comment) => !isDoomed(document, edit, comment));
        expect(lostComments(kept, commentsOf(after)), after).toEqual([]);
        expect(applyTextEdits(after, invertTextEdits(text, textEdits))).toBe(text);
      }),
      runs(400),
    );
  });

  it('that asks for what is there already changes nothing', () => {
    fc.assert(
      fc.property(designText, fc.nat(), fc.nat(), ({ text }, entry, field) => {
        const document = parseDocument(text, kinds);
        const node = document.value.nodes[entry % (document.value.nodes.length || 1)];
        if (!node) return;
        const fields = Object.entries(valueAt(document, node) as JsonObject);
        const [key, value] = fields[field % fields.length]!;
        const edit: Edit = { op: 'set', element: { list: 'nodes', id: node.id }, path: [key], value };
        expect(toTextEdits(document, [edit])).toEqual([]);
      }),
      runs(200),
    );
  });
});

describe('edits together', () => {
  it('follow each other, and are one text change that can be undone', () => {
    fc.assert(
      fc.property(designText, fc.array(wish, { minLength: 2, maxLength: 6 }), ({ text }, wishes) => {
        const document = parseDocument(text, kinds);
        const removed = new Set<string>();
        let expected = rawOf(text);
        const edits: Edit[] = [];
        for (const wanted of wishes) {
          const edit = editFor(document, wanted);
          if (!edit) continue;
          // Indexes are those of the document, so what follows a change of the same list is another matter.
          if (removed.has(edit.op === 'add' ? edit.list : edit.element.list)) continue;
          if ('path' in edit && edit.path.some((step) => typeof step === 'number')) continue;
          edits.push(edit);
          expected = carryOut(document, expected, edit);
          if (edit.op === 'remove') removed.add(edit.element.list);
        }
        const textEdits = toTextEdits(document, edits);
        const after = applyTextEdits(text, textEdits);
        expect(parseDocument(after, kinds).readable, after).toBe(true);
        if (!sameJson(rawOf(after), expected))
          expect({ edits, after, value: rawOf(after) }).toEqual({ edits, after, value: expected });
        expect(applyTextEdits(after, invertTextEdits(text, textEdits))).toBe(text);
      }),
      runs(200),
    );
  });

  it('of fields of an entry that is added with them go into it', () => {
    fc.assert(
      fc.property(designText, entryFor('nodes'), json, ({ text }, node, value) => {
        const document = parseDocument(text, kinds);
        const id = 'fresh-one';
        const element = { list: 'nodes' as const, id };
        const after = applyEdits(document, [
          { op: 'add', list: 'nodes', value: { ...node, id } },
          { op: 'set', element, path: ['config', 'deep', 'er'], value },
          { op: 'set', element, path: ['label'], value: 'x' },
          { op: 'unset', element, path: ['label'] },
        ]);
        const { label: _, ...rest } = node;
        const config = setIn(rest.config ?? {}, ['deep', 'er'], value);
        const added = (rawOf(after).nodes as Json[]).at(-1);
        expect(sameJson(added, { ...rest, id, config })).toBe(true);
      }),
      runs(150),
    );
  });

  it('moving k nodes is 2k text edits', () => {
    fc.assert(
      fc.property(designText, ({ text }) => {
        const start = parseDocument(text, kinds);
        const at = (x: number) =>
          new Map(start.value.nodes.map(({ id }, index) => [id, { x: x + index * 80, y: x + index * 160 }]));
        const placed = parseDocument(applyEdits(start, moveNodes(at(8))), kinds);
        const edits = toTextEdits(placed, moveNodes(at(1600)));
        expect(edits).toHaveLength(2 * start.value.nodes.length);
        const moved = parseDocument(applyTextEdits(placed.text, edits), kinds, placed);
        for (const { id, position } of moved.value.nodes) expect(position).toEqual(at(1600).get(id));
        expect(toTextEdits(moved, moveNodes(at(1600)))).toEqual([]);
      }),
      runs(150),
    );
  });
});

describe('there and back', () => {
  it('adding an entry and taking it out restores every byte', () => {
    fc.assert(
      fc.property(ordinaryText, fc.constantFrom(...listNames), (design, list) => {
        const before = parseDocument(design.text, kinds);
        fc.pre(before.spanOf([list]) !== undefined);
        const value = {
          id: 'brand-new',
          rule: 'cost/x',
          on: 'brand-new',
          kind: 'vpc',
          persona: 'p',
          node: 'n',
          data: 'd',
          from: 'a',
          to: 'b',
          trust: ['x'],
          name: 'x',
          type: 'devops',
          sql: '',
          text: '',
        };
        const fields = Object.fromEntries(Object.entries(value).filter(([key]) => isFieldOf(list, key)));
        const added = parseDocument(applyEdits(before, [{ op: 'add', list, value: fields }]), kinds, before);
        const id = list === 'suppressions' ? 'cost/x@brand-new' : 'brand-new';
        expect(added.value[list]).toHaveLength(before.value[list].length + 1);
        expect(applyEdits(added, [{ op: 'remove', element: { list, id } }])).toBe(design.text);
      }),
      runs(120),
    );
  });

  it('giving a new field a value and taking it out restores every byte', () => {
    fc.assert(
      fc.property(ordinaryText, fc.nat(), json, ({ text }, choice, value) => {
        const before = parseDocument(text, kinds);
        const all = listNames.flatMap((list) =>
          (before.value[list] as readonly Entries[ListName][]).map((entry) => ({ list, id: elementId(list, entry) })),
        );
        const element = all[choice % (all.length || 1)];
        if (!element) return;
        const path = ['a field that nobody has'];
        const set = parseDocument(applyEdits(before, [{ op: 'set', element, path, value }]), kinds);
        expect(applyEdits(set, [{ op: 'unset', element, path }])).toBe(text);
      }),
      runs(120),
    );
  });
});

function isFieldOf(list: ListName, key: string): boolean {
  const fields: Readonly<Record<ListName, readonly string[]>> = {
    data: ['id'],
    nodes: ['id', 'kind'],
    edges: ['id', 'from', 'to'],
    groups: ['id', 'kind'],
    personas: ['id', 'name', 'type'],
    grants: ['id', 'persona', 'node', 'data'],
    roles: ['id', 'trust'],
    queries: ['id', 'sql'],
    notes: ['id', 'text'],
    views: ['id'],
    suppressions: ['rule', 'on'],
  };
  return fields[list].includes(key);
}

describe('what a person does', () => {
  const dangling = (document: PipelineDocument): string[] => {
    const known = new Set(
      listNames.flatMap((list) =>
        (document.value[list] as readonly Entries[ListName][]).map((entry) => `${list}/${elementId(list, entry)}`),
      ),
    );
    return referencesOf(document.value, kinds).flatMap(({ target, id }) =>
      known.has(`${targetList(target)}/${id}`) ? [] : [`${target} ${id}`],
    );
  };

  it('removing elements leaves nothing that refers to them, and takes nothing else', () => {
    fc.assert(
      fc.property(designText, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), ({ text }, choices) => {
        const document = parseDocument(text, kinds);
        const lists = ['nodes', 'edges', 'data', 'personas', 'roles', 'groups'] as const;
        const all = lists.flatMap((list) => document.value[list].map(({ id }) => ({ list, id })));
        if (all.length === 0) return;
        const gone = choices.map((choice) => all[choice % all.length]!);
        const after = parseDocument(applyEdits(document, removeElements(document.value, kinds, gone)), kinds);
        expect(after.problems).toEqual([]);
        expect(dangling(after)).toEqual([]);
        const dependent = new Set(['edges', 'grants', 'suppressions']);
        for (const { list, id } of all) {
          const left = after.value[list].some((entry) => entry.id === id);
          const isGone = gone.some((element) => element.list === list && element.id === id);
          if (isGone) expect(left).toBe(false);
          else if (!dependent.has(list)) expect(left, `${list}/${id}`).toBe(true);
        }
      }),
      runs(150),
    );
  });

  it('renaming an element renames it wherever it is named', () => {
    fc.assert(
      fc.property(designText, fc.nat(), ({ text }, choice) => {
        const document = parseDocument(text, kinds);
        const lists = ['nodes', 'edges', 'data', 'personas', 'roles', 'groups'] as const;
        const all = lists.flatMap((list) => document.value[list].map(({ id }) => ({ list, id })));
        const chosen = all[choice % (all.length || 1)];
        if (!chosen) return;
        const after = parseDocument(
          applyEdits(document, renameElement(document.value, kinds, chosen.list, chosen.id, 'renamed')),
          kinds,
        );
        expect(after.problems).toEqual([]);
        expect(dangling(after)).toEqual([]);
        const named = (of: PipelineDocument, id: string): number =>
          referencesOf(of.value, kinds).filter(
            (reference) => targetList(reference.target) === chosen.list && reference.id === id,
          ).length;
        expect(named(after, 'renamed')).toBe(named(document, chosen.id));
        for (const list of lists) expect(after.value[list]).toHaveLength(document.value[list].length);
      }),
      runs(120),
    );
  });

  it('positions are whole steps of the grid, and never minus zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (px) => {
        expect(snap(px) % 8 === 0 && !Object.is(snap(px), -0)).toBe(true);
      }),
    );
  });
});
