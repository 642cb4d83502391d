import * as z from 'zod';
import { accepts } from './accepts';
import { isJsonObject, type JsonPath } from './json';
import type { ProblemCode } from './problem';

/** A problem before it has a place in the text: its path counts from the checked value. */
export interface LocalProblem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'hint';
  readonly message: string;
  readonly path: JsonPath;
}

export interface Checked<T> {
  /** What passed, as declared: wrong values are left out, so they count as unknown. Undefined when a required field is missing. */
  readonly value: T | undefined;
  readonly problems: readonly LocalProblem[];
}

/** Check a declared value. Defaults are not filled in: a value that is only a default must stay recognisable as one. */
export function check<S extends z.ZodType>(schema: S, declared: unknown): Checked<z.input<S>> {
  if (accepts(schema, declared)) return { value: declared as z.input<S>, problems: [] };
  const first = schema.safeParse(declared);
  if (first.success) return { value: declared as z.input<S>, problems: [] };
  const problems: LocalProblem[] = [];
  const cleaned: unknown = JSON.parse(JSON.stringify(declared));
  const wrong: JsonPath[] = [];
  for (const issue of first.error.issues) {
    const path = issue.path as JsonPath;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        wrong.push([...path, key]);
        problems.push({
          code: 'document.unknown-field',
          severity: 'hint',
          message: `Nothing reads "${key}"; it is kept as it is.${closest(key, keysOf(schema, path))}`,
          path: [...path, key],
        });
      }
      continue;
    }
    wrong.push(path);
    const found = at(declared, path);
    problems.push({
      code: found === undefined ? 'document.missing' : 'document.wrong-shape',
      severity: 'error',
      message:
        found === undefined
          ? missing(path)
          : `${name(path)} ${expectation(issue, fieldAt(schema, path))}, but is ${show(found)}.${sourceOf(schema, path)}`,
      path,
    });
  }
  for (const path of wrong.toSorted(deepestAndLastFirst)) remove(cleaned, path);
  const second = schema.safeParse(cleaned);
  return { value: second.success ? (cleaned as z.input<S>) : undefined, problems };
}

function at(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (v, step) => (typeof v === 'object' && v !== null ? (v as Record<string, unknown>)[step] : undefined),
    value,
  );
}

function remove(root: unknown, path: JsonPath): void {
  const parent = at(root, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(parent) && typeof last === 'number') parent.splice(last, 1);
  else if (isJsonObject(parent) && last !== undefined) delete parent[last];
}

function deepestAndLastFirst(a: JsonPath, b: JsonPath): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x !== y) return typeof x === 'number' && typeof y === 'number' ? y - x : String(x) < String(y) ? 1 : -1;
  }
  return b.length - a.length;
}

function name(path: JsonPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'This';
  return typeof last === 'number' ? `Item ${last + 1} of "${String(path.at(-2) ?? '')}"` : `"${last}"`;
}

const missing = (path: JsonPath): string => `${name(path)} is missing, and must be given.`;

function show(value: unknown): string {
  const printed = JSON.stringify(value) ?? 'missing';
  return printed.length > 60 ? `${printed.slice(0, 57)}…` : printed;
}

type Issue = z.core.$ZodIssue;

function expectation(issue: Issue, field: unknown): string {
  const range = rangeOf(issue, field);
  if (range !== undefined) return range;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${JSON.stringify(issue.values[0])}`
        : `must be one of ${issue.values.map((value) => String(value)).join(', ')}`;
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${sizeUnit(issue.origin)}`;
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${sizeUnit(issue.origin)}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a date, YYYY-MM-DD' : `is not of the right form: ${issue.message}`;
    case 'invalid_union':
      return 'has none of the forms it may have';
    default:
      return `is not right: ${issue.message}`;
  }
}

/** Both ends of a number that has both: people want to know the whole range. */
function rangeOf(issue: Issue, field: unknown): string | undefined {
  if ((issue.code !== 'too_small' && issue.code !== 'too_big') || !(field instanceof z.ZodNumber)) return undefined;
  const { minValue, maxValue, isInt } = field;
  const bounded = (end: number | null): end is number =>
    end !== null && Number.isFinite(end) && Math.abs(end) < Number.MAX_SAFE_INTEGER;
  if (!bounded(minValue) || !bounded(maxValue)) return undefined;
  const isIn = (end: number): boolean => field.safeParse(end).success;
  const least = isInt && !isIn(minValue) ? minValue + 1 : minValue;
  return isIn(least) && isIn(maxValue)
    ? `must be ${isInt ? 'a whole number ' : ''}from ${least} to ${maxValue}`
    : undefined;
}

/** Where the limit of a field comes from, when it is one of AWS. */
function sourceOf(schema: z.ZodType, path: JsonPath): string {
  let current: unknown = schemaAt(schema, path);
  for (;;) {
    const source = current instanceof z.ZodType ? current.meta()?.source : undefined;
    if (source !== undefined) return ` See ${source}`;
    if (current instanceof z.ZodOptional || current instanceof z.ZodDefault || current instanceof z.ZodNullable)
      current = current.unwrap();
    else return '';
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function sizeUnit(origin: string): string {
  return origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '';
}

function keysOf(schema: z.ZodType, path: JsonPath): string[] {
  const found = fieldAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

const fieldAt = (schema: z.ZodType, path: JsonPath): unknown => unwrap(schemaAt(schema, path));

/** The schema of a field as written, with what is around it; undefined where the path leaves what schemas can say. */
function schemaAt(schema: z.ZodType, path: JsonPath): unknown {
  let current: unknown = schema;
  for (const step of path) {
    current = unwrap(current);
    if (current instanceof z.ZodObject) current = current.shape[String(step)];
    else if (current instanceof z.ZodArray) current = current.element;
    else return undefined;
  }
  return current;
}

/** The schema inside `.optional()` and `.default()`. */
export function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap();
  return inner;
}

/** " Did you mean …?" for a word close to one of `words`, else empty. */
export function closest(word: string, words: Iterable<string>): string {
  const best = nearest(word, words);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

/** The word of at most two typing errors' distance, or undefined. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > 2) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= Math.min(2, Math.floor(word.length / 2)) && (!best || distance < best.distance))
      best = { word: candidate, distance };
  }
  return best?.word;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
