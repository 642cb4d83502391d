/**
 * A scanner for JSON with comments that finds where values begin and end without building a tree.
 *
 * Opening a design and following each keystroke must cost about one `JSON.parse`; a tree of the whole text costs
 * thirteen. So the document is cut into entries by these functions, entries are parsed by the engine's own parser, and
 * a place inside an entry is looked up only when somebody asks for it. Malformed text gives -1 or undefined, never an
 * exception: the caller then falls back to a tolerant parser.
 */

const QUOTE = 34;
const COMMA = 44;
const SLASH = 47;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** One property of an object or item of an array. `start` is where the member begins: its key, or its value. */
export interface Member {
  readonly key: string | number;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Offset of the comma that follows, or -1. */
  readonly comma: number;
  /** Its own members, where the caller asked for them. */
  readonly container?: Container | undefined;
}

export interface Container {
  readonly type: 'object' | 'array';
  /** Offsets of the opening and of the closing bracket. */
  readonly open: number;
  readonly close: number;
  readonly members: readonly Member[];
}

/** First offset at or after `at` that is neither white space nor comment. */
export function skipTrivia(text: string, at: number): number {
  let i = at;
  for (;;) {
    const c = text.charCodeAt(i);
    // A byte order mark is one only where the text begins.
    if (c === 32 || c === 10 || c === 13 || c === 9 || (c === 0xfeff && i === 0)) {
      i++;
    } else if (c === SLASH) {
      const end = commentEnd(text, i);
      if (end === -1) return i;
      i = end;
    } else {
      return i;
    }
  }
}

/** End of the comment that begins at `at`, its line break not included; -1 where none begins, and when it is not closed. */
export function commentEnd(text: string, at: number): number {
  if (text.startsWith('//', at)) {
    let end = at + 2;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    return end;
  }
  const close = text.startsWith('/*', at) ? text.indexOf('*/', at + 2) : -1;
  return close === -1 ? -1 : close + 2;
}

/** End of the string whose opening quote is at `at`, or -1. */
function stringEnd(text: string, at: number): number {
  let i = at;
  for (;;) {
    i = text.indexOf('"', i + 1);
    if (i === -1) return -1;
    let slashes = 0;
    while (text.charCodeAt(i - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return i + 1;
  }
}

/** End of the value that begins at `at`, or -1. What stands inside brackets is balanced, not checked. */
export function valueEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === QUOTE) return stringEnd(text, at);
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) {
    let i = at;
    while (isWordCharacter(text.charCodeAt(i))) i++;
    return i === at ? -1 : i;
  }
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = stringEnd(text, i) - 1;
      if (i < 0) return -1;
    } else if (c === OPEN_BRACE || c === OPEN_BRACKET) {
      depth++;
    } else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
      if (--depth === 0) return i + 1;
    } else if (c === SLASH) {
      // A lone slash is not JSON: the engine's parser will say so.
      const end = commentEnd(text, i);
      if (end !== -1) i = end - 1;
    }
  }
  return -1;
}

function isWordCharacter(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 43 || c === 45 || c === 46;
}

/**
 * The members of the object or array that begins at `at`; undefined when it is neither or is malformed.
 * @param descend keys whose values' members are wanted too: one pass instead of two.
 */
export function scanContainer(
  text: string,
  at: number,
  descend?: (key: string | number) => boolean,
): Container | undefined {
  const isObject = text.charCodeAt(at) === OPEN_BRACE;
  if (!isObject && text.charCodeAt(at) !== OPEN_BRACKET) return undefined;
  const closing = isObject ? CLOSE_BRACE : CLOSE_BRACKET;
  const members: Member[] = [];
  let i = skipTrivia(text, at + 1);
  while (text.charCodeAt(i) !== closing) {
    const start = i;
    let key: string | number = members.length;
    if (isObject) {
      if (text.charCodeAt(i) !== QUOTE) return undefined;
      const keyEnd = stringEnd(text, i);
      if (keyEnd === -1) return undefined;
      const name = readKey(text, i, keyEnd);
      if (name === undefined) return undefined;
      key = name;
      i = skipTrivia(text, keyEnd);
      if (text.charCodeAt(i) !== COLON) return undefined;
      i = skipTrivia(text, i + 1);
    }
    const valueStart = i;
    const container = descend?.(key) ? scanContainer(text, i) : undefined;
    const end = container ? container.close + 1 : valueEnd(text, i);
    if (end === -1) return undefined;
    i = skipTrivia(text, end);
    const hasComma = text.charCodeAt(i) === COMMA;
    members.push({ key, start, valueStart, valueEnd: end, comma: hasComma ? i : -1, container });
    if (hasComma) i = skipTrivia(text, i + 1);
    else if (text.charCodeAt(i) !== closing) return undefined;
  }
  return { type: isObject ? 'object' : 'array', open: at, close: i, members };
}

/** Undefined when the string is none of JSON's. */
function readKey(text: string, start: number, end: number): string | undefined {
  let at = start + 1;
  while (at < end - 1 && text.charCodeAt(at) >= 32 && text.charCodeAt(at) !== BACKSLASH) at++;
  if (at === end - 1) return text.slice(start + 1, at);
  try {
    return JSON.parse(text.slice(start, end)) as string;
  } catch {
    return undefined;
  }
}

/** The member at `path` below the value that begins at `at`. The last of equal keys counts, as in `JSON.parse`. */
export function findMember(text: string, at: number, path: readonly (string | number)[]): Member | undefined {
  let member: Member | undefined;
  let start = at;
  for (const step of path) {
    const container = scanContainer(text, start);
    member = container?.members.findLast((candidate) => candidate.key === step);
    if (!member) return undefined;
    start = member.valueStart;
  }
  return member;
}
