import { type ClassCode, type Expression, type FileCode, isIdentifier, type Statement, type Tree } from './code';
import { commentLines, quoted, templateText } from './code-text';

/** Prints files of `code.ts`: the same code always gives the same bytes. Lines end with LF and are at most 120 wide where that is possible. */

const width = 120;

/** A document in the manner of Wadler: a group is printed flat where it fits, and with its lines broken where not. */
type Doc =
  | string
  | { readonly type: 'all'; readonly parts: readonly Doc[] }
  | { readonly type: 'group'; readonly body: Doc; readonly open: boolean }
  | { readonly type: 'indent'; readonly body: Doc }
  /** A line break, or `flat` where the group fits. */
  | { readonly type: 'line'; readonly flat: string }
  /** Only where the group is broken. */
  | { readonly type: 'if-broken'; readonly text: string };

const all = (...parts: readonly Doc[]): Doc => ({ type: 'all', parts });
const softLine: Doc = { type: 'line', flat: '' };
const spaceLine: Doc = { type: 'line', flat: ' ' };

export function printFile(file: FileCode): string {
  const imports = new Imports();
  const items = file.items.flatMap((item, index) => {
    const text =
      item.type === 'class'
        ? printClass(item.value, imports)
        : item.type === 'export'
          ? [print(all(`export const ${item.name} = `, doc(item.value, imports), ';'), 0)]
          : printStatement(item, 0, imports);
    return index > 0 && item.type !== 'run' && item.type !== 'blank' ? ['', ...text] : text;
  });
  return `${[...commentLines(file.comment, width), '', ...imports.print(), '', ...items].join('\n')}\n`;
}

function printClass(value: ClassCode, imports: Imports): string[] {
  const fields = value.fields.flatMap(({ name, type, comment }) => [
    ...docComment(comment, 2),
    `  public readonly ${name}: ${print(doc(type, imports), 2)};`,
  ]);
  const parameters = value.parameters.map(
    ({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${print(doc(type, imports), 2)}`,
  );
  const body = value.body.flatMap((statement) => printStatement(statement, 4, imports));
  return [
    ...docComment(value.comment, 0),
    `export ${value.abstract ? 'abstract ' : ''}class ${value.name} extends ${print(doc(value.extends, imports), 0)} {`,
    ...fields,
    ...(fields.length > 0 ? [''] : []),
    `  constructor(${parameters.join(', ')}) {`,
    ...body,
    '  }',
    '}',
  ];
}

function docComment(text: string, indent: number): string[] {
  const pad = ' '.repeat(indent);
  const lines = commentLines(text, width - indent - 1).map((line) => line.slice('// '.length));
  return lines.length === 1
    ? [`${pad}/** ${lines[0]} */`]
    : [`${pad}/**`, ...lines.map((line) => `${pad} * ${line}`), `${pad} */`];
}

function printStatement(statement: Statement, indent: number, imports: Imports): string[] {
  const pad = ' '.repeat(indent);
  const line = (...parts: readonly Doc[]): string[] => [pad + print(all(...parts, ';'), indent)];
  switch (statement.type) {
    case 'blank':
      return [''];
    case 'comment':
      return commentLines(statement.text, width - indent).map((text) => pad + text);
    case 'run':
      return line(doc(statement.value, imports));
    case 'set':
      return line(doc(statement.target, imports), ' = ', doc(statement.value, imports));
    case 'const':
      return line(`const ${statement.name} = `, doc(statement.value, imports));
  }
}

class Imports {
  readonly #modules = new Map<string, string>();
  readonly #names = new Map<string, Set<string>>();

  module(from: string, as: string): string {
    const known = this.#modules.get(from);
    if (known !== undefined && known !== as) throw new Error(`${from} is imported as ${known} and as ${as}`);
    this.#modules.set(from, as);
    return as;
  }

  name(from: string, name: string): string {
    this.#names.set(from, (this.#names.get(from) ?? new Set()).add(name));
    return name;
  }

  print(): string[] {
    const lines: [string, string][] = [
      ...[...this.#modules].map(([from, as]): [string, string] => [from, `import * as ${as} from ${quoted(from)};`]),
      ...[...this.#names].map(([from, names]): [string, string] => [
        from,
        `import { ${[...names].sort().join(', ')} } from ${quoted(from)};`,
      ]),
    ];
    // Node's own modules, packages, then the app's own files.
    const rank = (from: string): number => (from.startsWith('node:') ? 0 : from.startsWith('.') ? 2 : 1);
    return lines.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)).map(([, text]) => text);
  }
}

function doc(value: Expression, imports: Imports): Doc {
  const { tree } = value;
  switch (tree.type) {
    case 'literal':
      return typeof tree.value === 'string' ? quoted(tree.value) : String(tree.value);
    case 'name':
      return tree.name;
    case 'module':
      return imports.module(tree.from, tree.as);
    case 'import':
      return imports.name(tree.from, tree.name);
    case 'member':
      return all(operand(tree.of, imports), '.', tree.name);
    case 'index':
      return all(operand(tree.of, imports), '[', doc(tree.at, imports), ']');
    case 'call':
      return all(operand(tree.callee, imports), args(tree.args, imports));
    case 'new':
      return all('new ', operand(tree.callee, imports), args(tree.args, imports));
    case 'array':
      return bracketed(
        '[',
        tree.items.map((item) => doc(item, imports)),
        ']',
        softLine,
        false,
      );
    case 'object':
      return bracketed(
        '{',
        tree.entries.map(([key, entry]) => all(isIdentifier(key) ? key : quoted(key), ': ', doc(entry, imports))),
        '}',
        spaceLine,
        tree.open,
      );
    case 'template':
      return all(
        '`',
        ...tree.parts.flatMap((part) =>
          typeof part === 'string'
            ? [templateText(part)]
            : ['${', print(doc(part, imports), 0, Number.POSITIVE_INFINITY), '}'],
        ),
        '`',
      );
    case 'as':
      return all(doc(tree.value, imports), ' as ', doc(tree.as, imports));
    case 'assured':
      return all(operand(tree.value, imports), '!');
  }
}

function operand(value: Expression, imports: Imports): Doc {
  const needsBrackets: ReadonlySet<Tree['type']> = new Set(['as', 'new', 'object']);
  return needsBrackets.has(value.tree.type) ? all('(', doc(value, imports), ')') : doc(value, imports);
}

function args(values: readonly Expression[], imports: Imports): Doc {
  const docs = values.map((value) => doc(value, imports));
  const last = values.at(-1)?.tree;
  // The last argument opens like a block, when it is the only one that can.
  const hugs =
    last &&
    (last.type === 'object' || last.type === 'array') &&
    !values.slice(0, -1).some(({ tree }) => tree.type === 'object' || tree.type === 'array');
  if (hugs) return all('(', ...docs.flatMap((part, index) => (index > 0 ? [', ', part] : [part])), ')');
  // A sole call hugs as well: `add(new Statement({ … }))`.
  if (docs.length === 1 && last && (last.type === 'new' || last.type === 'call')) return all('(', docs[0]!, ')');
  return bracketed('(', docs, ')', softLine, false);
}

function bracketed(open: string, items: readonly Doc[], close: string, edge: Doc, broken: boolean): Doc {
  if (items.length === 0) return open + close;
  const separated = items.flatMap((item, index) => (index > 0 ? [',', spaceLine, item] : [item]));
  return {
    type: 'group',
    open: broken,
    body: all(open, { type: 'indent', body: all(edge, ...separated) }, { type: 'if-broken', text: ',' }, edge, close),
  };
}

function print(root: Doc, startColumn: number, limit = width): string {
  let out = '';
  let column = startColumn;
  const put = (text: string): void => {
    out += text;
    column += text.length;
  };
  const walk = (part: Doc, indent: number, flat: boolean, tail: number): void => {
    if (typeof part === 'string') put(part);
    else if (part.type === 'all') {
      for (const [index, inner] of part.parts.entries()) {
        walk(inner, indent, flat, index === part.parts.length - 1 ? tail : restWidth(part.parts, index + 1) + tail);
      }
    } else if (part.type === 'indent') walk(part.body, indent + 2, flat, tail);
    else if (part.type === 'group') {
      const length = flatWidth(part);
      walk(part.body, indent, flat || (length !== undefined && column + length + tail <= limit), tail);
    } else if (part.type === 'if-broken') put(flat ? '' : part.text);
    else if (flat) put(part.flat);
    else {
      out += `\n${' '.repeat(indent)}`;
      column = indent;
    }
  };
  walk(root, startColumn, limit === Number.POSITIVE_INFINITY, 0);
  return out;
}

/** Width up to where the line may next be broken. */
function restWidth(parts: readonly Doc[], from: number): number {
  let total = 0;
  for (const part of parts.slice(from)) {
    if (typeof part !== 'string') break;
    total += part.length;
  }
  return total;
}

const flatWidths = new WeakMap<object, { readonly width: number | undefined }>();

/** Width on one line; undefined when something inside insists on lines of its own. */
function flatWidth(part: Doc): number | undefined {
  if (typeof part === 'string') return part.length;
  const known = flatWidths.get(part);
  if (known) return known.width;
  const found = measure(part);
  flatWidths.set(part, { width: found });
  return found;
}

function measure(part: Exclude<Doc, string>): number | undefined {
  switch (part.type) {
    case 'line':
      return part.flat.length;
    case 'if-broken':
      return 0;
    case 'indent':
      return flatWidth(part.body);
    case 'group':
      return part.open ? undefined : flatWidth(part.body);
    case 'all': {
      let total = 0;
      for (const inner of part.parts) {
        const one = flatWidth(inner);
        if (one === undefined) return undefined;
        total += one;
      }
      return total;
    }
  }
}
