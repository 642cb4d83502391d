import fc from 'fast-check';
import * as z from 'zod';
import type { Json, JsonObject } from '../../src/model/json';
import { architectureSchema, type ListName, listNames, listSchemas } from '../../src/model/vocabulary';
import { services } from '../../src/services/_generated/service';

/** Designs made from the schemas that check them: whatever the vocabulary comes to allow is tried here too. */

/** Text as people and attackers write it. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '',
    '// no comment',
    '/* nor */ this',
    '{"a":[1,2}',
    '\\',
    '"',
    '\\"',
    '\u2028\ufeff',
    '\r\n\t',
    '__proto__',
    'constructor',
    'toString',
    '<<<<<<< HEAD',
    '\ud800',
    '*/',
  ),
);

export const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(fc.constantFrom(null, true, false), text, number({})),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** What of JSON Schema the vocabulary uses. */
interface Schema {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly references?: string;
}

function number({ minimum, exclusiveMinimum, maximum }: Schema): fc.Arbitrary<number> {
  const min = minimum ?? exclusiveMinimum ?? -1e6;
  const max = maximum ?? Math.max(min, 0) + 1e6;
  const whole = fc.integer({ min: Math.ceil(min), max: Math.floor(Math.min(max, 2 ** 31 - 1)) });
  const any = fc.double({ min, max, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value));
  return fc.oneof({ weight: 3, arbitrary: whole }, any).filter((value) => value !== exclusiveMinimum);
}

/** Stands for the id of an element, chosen when all elements are known. */
const reference = (target: string): fc.Arbitrary<string> => fc.nat(99).map((choice) => `\0ref ${target} ${choice}`);

export function fromZod(schema: z.ZodType): fc.Arbitrary<Json> {
  return fromSchema(z.toJSONSchema(schema, { io: 'input' }) as Schema);
}

function fromSchema(schema: Schema): fc.Arbitrary<Json> {
  if (schema.references !== undefined) {
    const id = reference(schema.references);
    return schema.anyOf ? fc.oneof(id, fc.array(id, { maxLength: 3 })) : id;
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fromSchema));
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({
        min: Math.max(
          schema.minimum ?? -1e6,
          schema.exclusiveMinimum === undefined ? -1e9 : schema.exclusiveMinimum + 1,
        ),
        max: Math.min(schema.maximum ?? 1e6, 1e9),
      });
    case 'number':
      return number(schema);
    case 'string':
      return string(schema);
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: (schema.minItems ?? 0) + 3,
      });
    case 'object':
      return object(schema);
    default:
      return json;
  }
}

function string({ pattern, format, minLength, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === 'date') {
    const range = { min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true };
    return fc.date(range).map((date) => date.toISOString().slice(0, 10));
  }
  if (pattern !== undefined)
    return fc.stringMatching(new RegExp(pattern)).filter((value) => value.length <= (maxLength ?? 64));
  return text.filter((value) => value.length >= (minLength ?? 0) && value.length <= (maxLength ?? 99));
}

function object({
  properties = {},
  required = [],
  additionalProperties,
  propertyNames,
}: Schema): fc.Arbitrary<JsonObject> {
  const fields = Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, fromSchema(schema)]));
  const known = fc.record(fields, { requiredKeys: [...required] });
  if (additionalProperties === false || Object.keys(properties).length > 0) return known.map(plain);
  const values = typeof additionalProperties === 'object' ? fromSchema(additionalProperties) : json;
  const names = propertyNames ? string(propertyNames) : text;
  return fc.dictionary(names, values, { maxKeys: 3 }).map(plain);
}

/** As `JSON.parse` would give it. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** A few of the fields of an entry: entries with all of them are no designs. */
function sparse(entry: fc.Arbitrary<Json>, required: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc.tuple(entry, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 })).map(([value, choices]) => {
    const fields = Object.entries(value as JsonObject);
    return Object.fromEntries(
      fields.filter(([key], index) => required.includes(key) || (choices[index] && choices[index + 1])),
    );
  });
}

const requiredFields: Readonly<Record<ListName, readonly string[]>> = Object.fromEntries(
  listNames.map((list) => [list, (z.toJSONSchema(listSchemas[list], { io: 'input' }) as Schema).required ?? []]),
) as Record<ListName, readonly string[]>;

/** `PROPERTY_KINDS=sqs,sns` tries these kinds only: for who works on them. */
const namedKinds = process.env.PROPERTY_KINDS?.split(',');

/** A node of each kind that is tried. */
const nodesByKind: ReadonlyMap<string, fc.Arbitrary<JsonObject>> = new Map(
  services
    .filter(({ kind }) => namedKinds === undefined || namedKinds.includes(kind))
    .map((service) => [
      service.kind,
      fc
        .tuple(sparse(fromZod(listSchemas.nodes), ['id', 'kind']), fromZod(service.config), fc.boolean())
        .map(([node, config, configured]): JsonObject => {
          const { config: _, ...rest } = node;
          return { ...rest, kind: service.kind, ...(configured && { config }) };
        }),
    ]),
);
export const triedKinds: readonly string[] = [...nodesByKind.keys()];

const anyNode: fc.Arbitrary<JsonObject> = fc.oneof(...nodesByKind.values());

const entries = Object.fromEntries(
  listNames.map((list) => [
    list,
    list === 'nodes' ? anyNode : sparse(fromZod(listSchemas[list]), requiredFields[list]),
  ]),
) as Record<ListName, fc.Arbitrary<JsonObject>>;

/** An entry for a list; what it refers to may not exist. */
export const entryFor = (list: ListName): fc.Arbitrary<JsonObject> =>
  entries[list].map(
    (entry) =>
      JSON.parse(
        JSON.stringify(entry)
          .replaceAll('\\u0000ref ', 'ref-')
          .replaceAll(/ref-(\S+) (\d+)/g, 'ref-$1-$2'),
      ) as JsonObject,
  );

/** A design of these nodes without a problem: ids are unique, and what is referred to exists. */
const pipelineWith = (nodes: fc.Arbitrary<JsonObject[] | undefined>): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      name: text,
      description: fc.option(text, { nil: undefined }),
      architecture: fc.option(fromZod(architectureSchema), { nil: undefined }),
      lists: fc.record(
        Object.fromEntries(
          listNames.map((list) => [
            list,
            list === 'nodes' ? nodes : fc.option(fc.array(entries[list], { maxLength: 3 }), { nil: undefined }),
          ]),
        ),
      ),
    })
    .map(({ name, description, architecture, lists }) => {
      const design = {
        version: 1,
        name,
        description,
        architecture,
        ...withUniqueIds(lists as Partial<Record<ListName, JsonObject[]>>),
      };
      return resolved(plain(design));
    });

export const pipeline: fc.Arbitrary<JsonObject> = pipelineWith(
  fc.option(fc.array(anyNode, { maxLength: 6 }), { nil: undefined }),
);

/** A design of nodes of these kinds, one of each entry. */
export const pipelineOf = (kinds: readonly string[]): fc.Arbitrary<JsonObject> =>
  pipelineWith(fc.tuple(...kinds.map((kind) => nodesByKind.get(kind)!)));

function withUniqueIds(lists: Partial<Record<ListName, JsonObject[]>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([list, items]) => {
      if (!items) return [];
      const ids = new Set<unknown>();
      return [[list, items.filter(({ id }) => id === undefined || (!ids.has(id) && ids.add(id)))]];
    }),
  );
}

const placeholder = /^\0ref (\S+) (\d+)$/;

/** Placeholders become ids; where there is nothing to refer to, the field goes, or the entry that needs it. */
function resolved(design: JsonObject): JsonObject {
  const nodes = (design.nodes ?? []) as JsonObject[];
  const ids = (target: string): string[] => {
    if (target.startsWith('node:'))
      return nodes.filter(({ kind }) => kind === target.slice(5)).map(({ id }) => String(id));
    return ((design[target] ?? []) as JsonObject[]).map(({ id }) => String(id));
  };
  const resolve = (value: Json): Json | undefined => {
    if (typeof value === 'string') {
      const [, target, choice] = placeholder.exec(value) ?? [];
      if (target === undefined) return value;
      const pool = ids(target);
      return pool[Number(choice) % pool.length];
    }
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => {
        const found = resolve(item);
        return found === undefined ? [] : [[key, found]];
      }),
    );
  };
  const whole = resolve(design) as JsonObject;
  // What a group says of its nodes must not contradict them.
  if (Array.isArray(whole.groups) && whole.groups.length > 0)
    whole.nodes = ((whole.nodes ?? []) as JsonObject[]).map(
      ({ account: _a, region: _r, vpc: _v, subnet: _s, zone: _z, ...node }) => node,
    );
  for (const list of ['edges', 'grants'] as const) {
    if (Array.isArray(whole[list]))
      whole[list] = (whole[list] as JsonObject[]).filter((entry) => requiredFields[list].every((key) => key in entry));
  }
  // Edges went, so what refers to them may have to go; replication items without a target as well.
  return JSON.parse(JSON.stringify(whole)) as JsonObject;
}

/** How a file may be written. */
export interface Layout {
  readonly indent: string;
  readonly eol: string;
  readonly entriesOnOneLine: boolean;
  readonly trailingCommas: boolean;
  /** Where comments stand: consumed one by one, from the start again at the end; 0 to 9, mostly none. */
  readonly comments: readonly number[];
}

export const plainLayout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom('  ', '    ', '\t'),
  eol: fc.constantFrom('\n', '\r\n'),
  entriesOnOneLine: fc.boolean(),
  trailingCommas: fc.constant(false),
  comments: fc.constant([]),
});

export const anyLayout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom('  ', '    ', '\t', ''),
  eol: fc.constantFrom('\n', '\r\n'),
  entriesOnOneLine: fc.boolean(),
  trailingCommas: fc.boolean(),
  comments: fc.array(fc.nat(14), { maxLength: 40 }),
});

/** A value in a layout. `indent` empty means: all on one line. */
export function printIn(value: Json, layout: Layout): string {
  let turn = 0;
  let number = 0;
  const comment = (mayEndLine: boolean, margin: string): string => {
    const choice = layout.comments.length === 0 ? 9 : layout.comments[turn++ % layout.comments.length]!;
    number++;
    if (choice === 0) return `/* c${number} */ `;
    if (choice === 1 && mayEndLine) return `// c${number}${layout.eol}${margin}`;
    if (choice === 2) return `/* c${number}${layout.eol} more " */${mayEndLine ? layout.eol : ' '}`;
    if (choice === 3) return ' ';
    return '';
  };
  const print = (item: Json, margin: string, inline: boolean, depth: number): string => {
    if (typeof item !== 'object' || item === null) return JSON.stringify(item);
    const isArray = Array.isArray(item);
    const members = isArray ? item.map((child) => ['', child] as const) : Object.entries(item);
    const [open, close] = isArray ? '[]' : '{}';
    if (members.length === 0) return open + comment(true, margin) + close;
    const flat = inline || layout.indent === '' || (layout.entriesOnOneLine && depth >= 2);
    const inner = flat ? margin : margin + layout.indent;
    const separator = flat ? ' ' : layout.eol + inner;
    const printed = members.map(([key, child], index) => {
      const name = isArray ? '' : `${JSON.stringify(key)}${comment(true, inner)}: ${comment(true, inner)}`;
      const last = index === members.length - 1;
      const comma = last && !layout.trailingCommas ? '' : ',';
      const before = comment(true, inner);
      return `${before}${name}${print(child, inner, flat, depth + 1)}${comment(true, inner)}${comma}${comma ? ` ${comment(true, inner)}` : ''}`;
    });
    // A line comment at the end of the last member has ended its line already.
    return `${open}${separator}${printed.join(separator)}${flat ? ' ' : layout.eol + margin}${close}`;
  };
  return `${comment(true, '')}${print(value, '', false, 0)}${layout.eol}${comment(true, '')}`;
}

/** A design as text in any layout, with the value it stands for. */
export const designText: fc.Arbitrary<{ value: JsonObject; text: string }> = fc
  .tuple(pipeline, anyLayout)
  .map(([value, layout]) => ({ value, text: printIn(value, layout) }));

/** A design as people write it: one style, no comments. */
export const ordinaryText: fc.Arbitrary<{ value: JsonObject; text: string }> = fc
  .tuple(pipeline, plainLayout)
  .map(([value, layout]) => ({ value, text: printIn(value, layout) }));
