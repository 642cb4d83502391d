import * as z from 'zod';
import { check } from '../../src/model/check';
import type { Edit, ElementRef } from '../../src/model/edit';
import { isJsonObject, type Json, type JsonPath, valueAt } from '../../src/model/json';
import type { ReferenceTarget } from '../../src/model/vocabulary';

/** How a value is entered. */
export type Widget =
  | { readonly type: 'text'; readonly multiline: boolean }
  | {
      readonly type: 'number';
      readonly whole: boolean;
      readonly min: number | undefined;
      readonly max: number | undefined;
    }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly options: readonly (string | number)[] }
  | { readonly type: 'choices'; readonly options: readonly string[] }
  | { readonly type: 'reference'; readonly target: ReferenceTarget }
  | { readonly type: 'references'; readonly target: ReferenceTarget }
  | { readonly type: 'texts' }
  | { readonly type: 'object'; readonly fields: readonly Field[] }
  | { readonly type: 'objects'; readonly fields: readonly Field[] }
  | { readonly type: 'map' }
  | { readonly type: 'json' };

/** One field of a form, read from its schema: the same that checks the file and completes the text. */
export interface Field {
  readonly key: string;
  readonly title: string;
  readonly unit: string | undefined;
  readonly help: string | undefined;
  readonly group: string | undefined;
  readonly advanced: boolean;
  readonly required: boolean;
  /** Value of a new resource; undefined where there is none. */
  readonly fallback: unknown;
  readonly widget: Widget;
  readonly schema: z.ZodType;
}

const forms = new WeakMap<z.ZodObject, readonly Field[]>();

export function formOf(schema: z.ZodObject): readonly Field[] {
  let fields = forms.get(schema);
  if (!fields) {
    fields = Object.entries(schema.shape).map(([key, field]) => fieldOf(key, field as z.ZodType));
    forms.set(schema, fields);
  }
  return fields;
}

function fieldOf(key: string, schema: z.ZodType): Field {
  const { inner, meta, required, fallback } = peel(schema);
  return {
    key,
    title: meta.title ?? words(key),
    unit: meta.unit,
    help: meta.description,
    group: meta.group,
    advanced: meta.advanced ?? false,
    required,
    fallback,
    widget: widgetOf(inner, meta),
    schema,
  };
}

interface Peeled {
  readonly inner: z.ZodType;
  readonly meta: z.GlobalMeta;
  readonly required: boolean;
  readonly fallback: unknown;
}

/** The schema within `.optional()` and `.default()`, with the words of every layer. */
function peel(schema: z.ZodType): Peeled {
  let inner = schema;
  let meta: z.GlobalMeta = { ...schema.meta() };
  let required = true;
  let fallback: unknown;
  for (;;) {
    if (inner instanceof z.ZodDefault) {
      fallback ??= inner.def.defaultValue;
      required = false;
      inner = inner.unwrap() as z.ZodType;
    } else if (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
      required = false;
      inner = inner.unwrap() as z.ZodType;
    } else return { inner, meta, required, fallback };
    meta = { ...inner.meta(), ...meta };
  }
}

function widgetOf(schema: z.ZodType, meta: z.GlobalMeta): Widget {
  if (schema instanceof z.ZodBoolean) return { type: 'flag' };
  if (schema instanceof z.ZodNumber) {
    const whole = schema.isInt;
    return { type: 'number', whole, min: bound(schema.minValue, whole), max: bound(schema.maxValue, whole) };
  }
  if (schema instanceof z.ZodEnum) return { type: 'choice', options: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral || schema instanceof z.ZodUnion) {
    // "One or several" of an id.
    if (meta.references) return { type: 'references', target: meta.references };
    const options = literalsOf(schema);
    return options ? { type: 'choice', options } : { type: 'json' };
  }
  if (schema instanceof z.ZodArray) {
    const item = peel(schema.element as z.ZodType);
    const target = item.meta.references ?? meta.references;
    if (target) return { type: 'references', target };
    if (item.inner instanceof z.ZodEnum) return { type: 'choices', options: item.inner.options.map(String) };
    if (item.inner instanceof z.ZodObject) return { type: 'objects', fields: formOf(item.inner) };
    return item.inner instanceof z.ZodString || item.inner instanceof z.ZodStringFormat
      ? { type: 'texts' }
      : { type: 'json' };
  }
  if (schema instanceof z.ZodObject) return { type: 'object', fields: formOf(schema) };
  if (schema instanceof z.ZodRecord)
    return schema.valueType instanceof z.ZodString ? { type: 'map' } : { type: 'json' };
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    return meta.references
      ? { type: 'reference', target: meta.references }
      : { type: 'text', multiline: meta.multiline ?? false };
  }
  return { type: 'json' };
}

/** The values of a schema that lists them one by one, such as the numbers of an enumeration. */
function literalsOf(schema: z.ZodType): readonly (string | number)[] | undefined {
  if (schema instanceof z.ZodLiteral) {
    const values = [...schema.values];
    return values.every((value) => typeof value === 'string' || typeof value === 'number') ? values : undefined;
  }
  if (!(schema instanceof z.ZodUnion)) return undefined;
  const lists = schema.options.map((option) => literalsOf(option as z.ZodType));
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** zod gives the ends of the safe integers to whole numbers without bounds of their own. */
function bound(value: number | null, whole: boolean): number | undefined {
  if (value === null || !Number.isFinite(value)) return undefined;
  return whole && Math.abs(value) === Number.MAX_SAFE_INTEGER ? undefined : value;
}

/** `maxFileMB` as "Max file MB". */
function words(key: string): string {
  const spaced = key.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What is wrong with a value, as a sentence; undefined when it may be written. */
export function complaint(field: Field, value: unknown): string | undefined {
  return check(field.schema, value).problems[0]?.message;
}

/** Fields by heading, in the order of the schema; those without one come first. */
export function byGroup(
  fields: readonly Field[],
): { readonly group: string | undefined; readonly fields: readonly Field[] }[] {
  const groups = new Map<string | undefined, Field[]>([[undefined, []]]);
  for (const field of fields) {
    const list = groups.get(field.group);
    if (list) list.push(field);
    else groups.set(field.group, [field]);
  }
  return [...groups].filter(([, list]) => list.length > 0).map(([group, list]) => ({ group, fields: list }));
}

/** A value for people: in placeholders, and as the default beside a choice. */
export function printValue(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(printValue).join(', ');
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/**
 * The edits that give a field a value, or take it out.
 * @param root the element as it is: an object that is left empty goes with its last field.
 */
export function fieldEdits(element: ElementRef, root: unknown, path: JsonPath, value: Json | undefined): Edit[] {
  if (value !== undefined) return [{ op: 'set', element, path: [...path], value }];
  let last = path.length;
  while (last > 1) {
    const parent = valueAt(root, path.slice(0, last - 1));
    const alone =
      (isJsonObject(parent) && Object.keys(parent).length === 1) || (Array.isArray(parent) && parent.length === 1);
    // An item of a list stays, be it empty: its place means something.
    if (!alone || typeof path[last - 2] === 'number') break;
    last--;
  }
  return valueAt(root, path) === undefined ? [] : [{ op: 'unset', element, path: path.slice(0, last) }];
}

/** Title of a field of an element, by its path from there: as the form shows it. */
export function fieldTitle(schema: z.ZodObject, field: string): string {
  const [first = '', ...deeper] = field.split('/');
  const found = formOf(schema).find(({ key }) => key === first);
  if (!found) return field;
  return deeper.length > 0 ? `${found.title}: ${deeper.map(words).join(', ')}` : found.title;
}
