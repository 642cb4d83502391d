/**
 * TypeScript as values. Emitters describe code with these; `code-print.ts` turns it into text and owns imports, quoting,
 * names and line breaks. Nothing that a person typed is ever spliced into code: it enters as a literal or as a comment.
 */

/** What may stand where an expression is wanted. Plain values become literals; `undefined` in an object leaves the key out. */
export type Code =
  | Expression
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Code[]
  | { readonly [key: string]: Code };

export type Tree =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'module'; readonly from: string; readonly as: string }
  | { readonly type: 'import'; readonly from: string; readonly name: string }
  | { readonly type: 'member'; readonly of: Expression; readonly name: string }
  | { readonly type: 'index'; readonly of: Expression; readonly at: Expression }
  | { readonly type: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
  | { readonly type: 'new'; readonly callee: Expression; readonly args: readonly Expression[] }
  | { readonly type: 'array'; readonly items: readonly Expression[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [string, Expression])[]; readonly open: boolean }
  | { readonly type: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly type: 'as'; readonly value: Expression; readonly as: Expression }
  | { readonly type: 'assured'; readonly value: Expression };

export class Expression {
  constructor(readonly tree: Tree) {}

  member(name: string): Expression {
    return new Expression({ type: 'member', of: this, name: identifier(name) });
  }

  /** Calls this: `cdk.Duration.hours` with 24 is `cdk.Duration.hours(24)`. */
  call(...args: readonly Code[]): Expression {
    return new Expression({
      type: 'call',
      callee: this,
      args: args.filter((arg) => arg !== undefined).map(expression),
    });
  }

  method(name: string, ...args: readonly Code[]): Expression {
    return this.member(name).call(...args);
  }

  new(...args: readonly Code[]): Expression {
    return new Expression({ type: 'new', callee: this, args: args.filter((arg) => arg !== undefined).map(expression) });
  }

  /** An item of a list: `ids[0]!`, for the types say that it may be missing. */
  at(index: number): Expression {
    return new Expression({ type: 'index', of: this, at: expression(index) }).assured();
  }

  as(type: Expression): Expression {
    return new Expression({ type: 'as', value: this, as: type });
  }

  /** `value!`: what the types say may be missing and the design says is there. */
  assured(): Expression {
    return new Expression({ type: 'assured', value: this });
  }
}

/** A name in scope; never one that a person chose. */
export const name = (text: string): Expression => new Expression({ type: 'name', name: identifier(text) });
export const self: Expression = new Expression({ type: 'name', name: 'this' });
/** `import * as as from 'from'`, where it is used. */
export const module = (from: string, as: string): Expression =>
  new Expression({ type: 'module', from, as: identifier(as) });
/** `import { name } from 'from'`, where it is used. */
export const imported = (from: string, name: string): Expression =>
  new Expression({ type: 'import', from, name: identifier(name) });
/** A template literal; texts are escaped, expressions stand in `${…}`. Nested templates become one. */
export function template(...parts: readonly (string | Expression)[]): Expression {
  const flat = parts.flatMap((part) =>
    part instanceof Expression && part.tree.type === 'template' ? part.tree.parts : [part],
  );
  const joined: (string | Expression)[] = [];
  for (const part of flat) {
    const text = typeof part === 'string' ? part : part.tree.type === 'literal' ? String(part.tree.value) : undefined;
    const last = joined.at(-1);
    if (text === undefined) joined.push(part);
    else if (typeof last === 'string') joined[joined.length - 1] = last + text;
    else joined.push(text);
  }
  if (joined.length === 1 && typeof joined[0] === 'string') return expression(joined[0]);
  return new Expression({
    type: 'template',
    parts: joined.map((part) => (typeof part === 'string' ? harmless(part) : part)),
  });
}
/** An object whose properties stand on lines of their own even when they would fit on one. */
export const openObject = (entries: { readonly [key: string]: Code }): Expression => object(entries, true);

/** The expression that a value stands for. */
export function expression(value: Code): Expression {
  if (value instanceof Expression) return value;
  if (value === undefined) return name('undefined');
  if (value === null || typeof value === 'boolean') return new Expression({ type: 'literal', value });
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} has no literal`);
    return new Expression({ type: 'literal', value });
  }
  if (typeof value === 'string') return new Expression({ type: 'literal', value: harmless(value) });
  if (isList(value))
    return new Expression({ type: 'array', items: value.filter((item) => item !== undefined).map(expression) });
  return object(value, false);
}

function object(entries: { readonly [key: string]: Code }, open: boolean): Expression {
  // In a literal, this key would not be a key.
  const present = Object.entries(entries).filter(([key, value]) => value !== undefined && key !== '__proto__');
  return new Expression({
    type: 'object',
    open,
    entries: present.map(([key, value]) => [harmless(key), expression(value)]),
  });
}

const isList = (value: object): value is readonly Code[] => Array.isArray(value);

/** Join objects of properties, deeply: lists follow each other, and of two single values the later one holds. */
export function merged(base: Code, more: Code): Code {
  if (more === undefined) return base;
  if (base === undefined) return more;
  if (isPlain(base) && isPlain(more)) {
    const result: { [key: string]: Code } = { ...base };
    for (const [key, value] of Object.entries(more)) result[key] = merged(result[key], value);
    return result;
  }
  if (typeof base === 'object' && typeof more === 'object' && base && more && isList(base) && isList(more))
    return [...base, ...more];
  return more;
}

const isPlain = (value: Code): value is { readonly [key: string]: Code } =>
  typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Expression);

/**
 * Text as the CDK and CloudFormation may see it. Both look for markers in any text and put other values in their place:
 * the CDK its tokens, CloudFormation the secrets and parameters of the account. Text of a design is never meant so.
 * Half a character, which no template can hold, becomes the replacement character.
 */
export function harmless(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/([$#])(?=\{Token\[)/g, '$1 ')
    .replace(/\{(?=\{\s*resolve\s*:)/gi, '{ ');
}

const words: ReadonlySet<string> = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch throw true try typeof var void while with implements interface let package private protected public static yield await eval arguments undefined'.split(
    ' ',
  ),
);
const identifierPattern = /^[A-Za-z_$][\w$]*$/;
export const isIdentifier = (text: string): boolean => identifierPattern.test(text) && !words.has(text);

/** @throws when the text is no identifier: names are made by us, so that is a bug. */
function identifier(text: string): string {
  if (!identifierPattern.test(text)) throw new Error(`not an identifier: ${JSON.stringify(text)}`);
  return text;
}

export type Statement =
  | { readonly type: 'run'; readonly value: Expression }
  | { readonly type: 'set'; readonly target: Expression; readonly value: Expression }
  | { readonly type: 'const'; readonly name: string; readonly value: Expression }
  | { readonly type: 'comment'; readonly text: string }
  | { readonly type: 'blank' };

export const run = (value: Expression): Statement => ({ type: 'run', value });
export const set = (target: Expression, value: Code): Statement => ({ type: 'set', target, value: expression(value) });
export const constant = (text: string, value: Code): Statement => ({
  type: 'const',
  name: identifier(text),
  value: expression(value),
});
export const comment = (text: string): Statement => ({ type: 'comment', text });
export const blank: Statement = { type: 'blank' };

export interface ClassCode {
  readonly name: string;
  readonly comment: string;
  readonly abstract: boolean;
  readonly extends: Expression;
  readonly fields: readonly { readonly name: string; readonly type: Expression; readonly comment: string }[];
  readonly parameters: readonly { readonly name: string; readonly type: Expression; readonly optional?: boolean }[];
  readonly body: readonly Statement[];
}

/** A source file: what stands in front of the imports, and what follows them. */
export interface FileCode {
  readonly comment: string;
  readonly items: readonly (
    | Statement
    | { readonly type: 'class'; readonly value: ClassCode }
    | { readonly type: 'export'; readonly name: string; readonly value: Expression }
  )[];
}
