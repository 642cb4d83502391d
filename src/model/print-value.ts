import type { Json } from './json';
import { skipTrivia } from './scan';

/** How a file is written: its unit of indentation and its line ends. */
export interface Style {
  readonly indent: string;
  readonly eol: string;
}

/** The style of a design, read off its first member. */
export function styleOf(text: string): Style {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const first = skipTrivia(text, skipTrivia(text, 0) + 1);
  return { indent: marginOf(text, first) || '  ', eol };
}

/** The blanks that the line of `at` begins with. */
export function marginOf(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(start, skipBlanks(text, start));
}

/** First offset at or after `at` that is neither space nor tab. */
export function skipBlanks(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i;
}

/** `line`: all on one line. `fit`: so only scalars, and lists and objects that are flat and short. */
export type Form = 'line' | 'fit';

const lineWidth = 120;

/** A value as text. `margin` stands at the beginning of the line that the value begins on. */
export function printValue(value: Json, { indent, eol }: Style, margin: string, form: Form): string {
  if (isScalar(value)) return JSON.stringify(value);
  const line = printLine(value);
  const flat = Object.values(value).every(isScalar);
  if (form === 'line' || line.length === 2 || (flat && margin.length + line.length <= lineWidth)) return line;
  const inner = margin + indent;
  const print = (item: Json): string => printValue(item, { indent, eol }, inner, form);
  const items = Array.isArray(value)
    ? value.map((item) => inner + print(item))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}${eol}${items.join(`,${eol}`)}${eol}${margin}${close}`;
}

function printLine(value: Json): string {
  if (isScalar(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printLine).join(', ')}]`;
  const properties = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printLine(item)}`);
  return properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`;
}

function isScalar(value: Json): value is null | boolean | number | string {
  return typeof value !== 'object' || value === null;
}
