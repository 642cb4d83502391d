import * as z from 'zod';
import { unwrap } from './check';
import { type Comment, type CommentedMember, type CommentedValue, readCommented } from './commented';
import type { PipelineDocument } from './document';
import { headSchema, listNames, listSchemas } from './vocabulary';

const width = 120;
const indent = '  ';
/** Deeper levels are not set in further: no person reads them, and the text would grow with the square of the depth. */
const deepestIndent = 60;

/**
 * The one canonical form of a design: fields in the order of the vocabulary and unknown ones behind them, two spaces,
 * what fits 120 columns on one line, the lists one entry a line at least. Values stay as they are written, and every
 * comment stays with what it stands at. Printing what was printed changes no byte.
 * @throws when the document is not readable: there is nothing to print then.
 */
export function printCanonical(document: PipelineDocument): string {
  const commented = document.readable ? readCommented(document.text) : undefined;
  if (!commented) throw new Error('printCanonical: the document does not parse');
  const printer = new Printer();
  const root = arranged(commented.root, designOrder);
  printer.comments(root.leading, 0, true);
  printer.member(root, 0, true);
  printer.comments(commented.rest, 0, false);
  return printer.text;
}

/** Fields of an object in order, and the order within them; undefined where the written order stands. */
type Order = { readonly fields: ReadonlyMap<string, Order | undefined> } | { readonly items: Order | undefined };

const designOrder: Order = {
  fields: new Map<string, Order | undefined>([
    ...Object.entries(headSchema.shape).map(([key, schema]) => [key, orderOf(schema)] as const),
    ...listNames.map((list) => [list, { items: orderOf(listSchemas[list]) }] as const),
  ]),
};

function orderOf(schema: unknown): Order | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject)
    return { fields: new Map(Object.entries(inner.shape).map(([key, field]) => [key, orderOf(field)])) };
  if (inner instanceof z.ZodArray) return { items: orderOf(inner.element) };
  return undefined;
}

/** A member with everything in it in order, and with what the printer has to know of its size. */
interface Arranged {
  readonly key: string | undefined;
  readonly leading: readonly Comment[];
  readonly blankBefore: boolean;
  readonly trailing: readonly string[];
  readonly value: CommentedValue;
  readonly members: Arranged[];
  /** Columns of the value on one line; infinite when there are comments in it. */
  columns: number;
  /** One member a line, even when it would fit one line. */
  readonly spread: boolean;
}

function arranged(root: CommentedMember, order: Order): Arranged {
  const start = arrange(root, true);
  const all = [start];
  const waiting: { at: Arranged; order: Order | undefined; level: number }[] = [{ at: start, order, level: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, order: known, level } = next;
    const fields = known && 'fields' in known ? known.fields : undefined;
    const ranks = new Map([...(fields?.keys() ?? [])].map((key, rank) => [key, rank]));
    const rankOf = ({ key }: CommentedMember): number => ranks.get(nameOf(key)) ?? ranks.size;
    const members = fields ? at.value.members.toSorted((a, b) => rankOf(a) - rankOf(b)) : at.value.members;
    for (const member of members) {
      const name = nameOf(member.key);
      const isList = level === 0 && (listNames as readonly string[]).includes(name) && member.value.type === 'array';
      const child = arrange(member, isList);
      at.members.push(child);
      all.push(child);
      const inner = fields ? fields.get(name) : known && 'items' in known ? known.items : undefined;
      waiting.push({ at: child, order: inner, level: level + 1 });
    }
  }
  // Children stand behind their parents, so going backwards every child is measured before its parent.
  for (const at of all.toReversed()) at.columns = measure(at);
  return start;
}

function arrange({ key, leading, blankBefore, trailing, value }: CommentedMember, spread: boolean): Arranged {
  return {
    key,
    leading,
    blankBefore,
    trailing,
    value,
    members: [],
    columns: 0,
    spread: spread && value.members.length > 0,
  };
}

function nameOf(key: string | undefined): string {
  if (key === undefined) return '';
  return key.includes('\\') ? String(JSON.parse(key)) : key.slice(1, -1);
}

function measure({ value, members }: Arranged): number {
  if (value.type === 'scalar') return value.text.length;
  if (value.dangling.length > 0) return Number.POSITIVE_INFINITY;
  if (members.length === 0) return 2;
  const brackets = value.type === 'object' ? 4 : 2;
  return members.reduce(
    (sum, member) => {
      if (member.leading.length > 0 || member.trailing.length > 0) return Number.POSITIVE_INFINITY;
      return sum + keyColumns(member) + member.columns;
    },
    brackets + 2 * (members.length - 1),
  );
}

const keyColumns = ({ key }: Arranged): number => (key === undefined ? 0 : key.length + 2);

type Task = { readonly text: string } | { readonly at: Arranged; readonly level: number; readonly last: boolean };

class Printer {
  readonly #parts: string[] = [];

  get text(): string {
    return this.#parts.join('');
  }

  comments(comments: readonly Comment[], level: number, first: boolean): void {
    for (const [index, { text, blankBefore }] of comments.entries()) {
      if (blankBefore && !(first && index === 0)) this.#parts.push('\n');
      this.#parts.push(margin(level), text, '\n');
    }
  }

  /** A member from its key to the end of its line; its leading comments are printed already. */
  member(start: Arranged, startLevel: number, isLast: boolean): void {
    const tasks: Task[] = [{ at: start, level: startLevel, last: isLast }];
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      if ('text' in task) {
        this.#parts.push(task.text);
        continue;
      }
      const { at, level, last } = task;
      const { key, value, members, trailing, spread } = at;
      const end = `${last ? '' : ','}${trailing.map((comment) => ` ${comment}`).join('')}\n`;
      this.#parts.push(margin(level), key === undefined ? '' : `${key}: `);
      const fits = margin(level).length + keyColumns(at) + at.columns + 1 <= width;
      if (value.type === 'scalar' || (fits && !spread)) {
        this.#parts.push(onOneLine(at), end);
        continue;
      }
      const [open, close] = value.type === 'object' ? ['{', '}'] : ['[', ']'];
      this.#parts.push(open, '\n');
      tasks.push({ text: margin(level) + close + end });
      if (value.dangling.length > 0) {
        const below = new Printer();
        below.comments(value.dangling, level + 1, members.length === 0);
        tasks.push({ text: below.text });
      }
      for (let index = members.length - 1; index >= 0; index--) {
        const member = members[index]!;
        tasks.push({ at: member, level: level + 1, last: index === members.length - 1 });
        const above = new Printer();
        above.comments(member.leading, level + 1, index === 0);
        const blank = member.blankBefore && (index > 0 || member.leading.length > 0);
        if (member.leading.length > 0 || blank) tasks.push({ text: above.text + (blank ? '\n' : '') });
      }
    }
  }
}

/** Only of values that fit a line, so recursion is bounded. */
function onOneLine({ value, members }: Arranged): string {
  if (value.type === 'scalar') return value.text;
  const items = members
    .map((member) => (member.key === undefined ? '' : `${member.key}: `) + onOneLine(member))
    .join(', ');
  if (value.type === 'array') return `[${items}]`;
  return items === '' ? '{}' : `{ ${items} }`;
}

const margin = (level: number): string => indent.repeat(Math.min(level, deepestIndent));
