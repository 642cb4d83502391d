import { commentEnd, valueEnd } from './scan';

/**
 * JSON with its comments as a tree: what the canonical form is printed from. Values keep the characters they were
 * written with. Only for texts that parse; anything else gives undefined.
 */
export interface CommentedValue {
  readonly type: 'object' | 'array' | 'scalar';
  /** Of a scalar: as written. */
  readonly text: string;
  readonly members: CommentedMember[];
  /** Comments between the last member and the closing bracket. */
  readonly dangling: Comment[];
}

export interface CommentedMember {
  /** As written, with quotes; undefined in arrays. */
  key: string | undefined;
  /** Comments above it, and between its key and its value. */
  readonly leading: Comment[];
  /** An empty line stands before its key or value. */
  blankBefore: boolean;
  value: CommentedValue;
  /** Comments behind it on the line it ends on. */
  readonly trailing: string[];
}

export interface Comment {
  readonly text: string;
  readonly blankBefore: boolean;
}

interface Token {
  readonly type: 'punctuation' | 'value' | 'comment' | 'end';
  readonly text: string;
  /** Line breaks between the token before and this one. */
  readonly breaks: number;
}

/** The whole text as one member: its leading comments stand above the value, its trailing ones and `rest` below. */
export function readCommented(text: string): { root: CommentedMember; rest: readonly Comment[] } | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const document: CommentedValue = { type: 'array', text: '', members: [], dangling: [] };
  // An explicit stack: nesting in a file is not bounded by the depth of ours.
  const open: CommentedValue[] = [document];
  let pending: Comment[] = [];
  let member: CommentedMember | undefined;
  let last: CommentedMember | undefined;
  for (const [index, token] of tokens.entries()) {
    const container = open.at(-1)!;
    const blankBefore = token.breaks > 1;
    if (token.type === 'comment') {
      if (last && !member && trails(tokens, index)) last.trailing.push(token.text);
      else {
        pending.push({ text: token.text, blankBefore });
        last = undefined;
      }
    } else if (token.type === 'value' || token.text === '{' || token.text === '[') {
      if (container.type === 'object' && !member) {
        member = { key: token.text, leading: pending, blankBefore, value: emptyScalar, trailing: [] };
        pending = [];
        continue;
      }
      const value: CommentedValue = { type: typeOf(token.text), text: token.text, members: [], dangling: [] };
      member ??= { key: undefined, leading: [], blankBefore, value, trailing: [] };
      member.leading.push(...pending);
      member.value = value;
      container.members.push(member);
      pending = [];
      last = value.type === 'scalar' ? member : undefined;
      member = undefined;
      if (value.type !== 'scalar') open.push(value);
    } else if (token.text === '}' || token.text === ']') {
      container.dangling.push(...pending);
      pending = [];
      open.pop();
      last = open.at(-1)?.members.at(-1);
      if (!last) return undefined;
    } else if (token.text === ',') {
      // A comma on a line of its own ends the line of the member, and with it what may trail it.
      if (token.breaks > 0) last = undefined;
    } else if (token.type === 'end') {
      const [root, more] = document.members;
      return open.length === 1 && root && !more ? { root, rest: pending } : undefined;
    }
  }
  return undefined;
}

const emptyScalar: CommentedValue = { type: 'scalar', text: '', members: [], dangling: [] };

const typeOf = (text: string): CommentedValue['type'] => (text === '{' ? 'object' : text === '[' ? 'array' : 'scalar');

/**
 * Whether the comment at `index` belongs to the member that ended before it: it begins on its line, and no other
 * member follows on that line.
 */
function trails(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]!.breaks > 0) return false;
  for (let i = index; ; i++) {
    const { type, text, breaks } = tokens[i]!;
    if (i > index && breaks > 0) return true;
    if (type === 'comment') {
      if (text.startsWith('//')) return true;
    } else {
      return type === 'end' || text === ',' || text === '}' || text === ']';
    }
  }
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let breaks = 0;
  for (;;) {
    const c = text[at];
    if (c === undefined) {
      tokens.push({ type: 'end', text: '', breaks });
      return tokens;
    }
    if (c === '\n' || c === '\r') {
      breaks++;
      at += c === '\r' && text[at + 1] === '\n' ? 2 : 1;
      continue;
    }
    if (c === ' ' || c === '\t') {
      at++;
      continue;
    }
    const type = c === '/' ? 'comment' : '{}[]:,'.includes(c) ? 'punctuation' : 'value';
    const end = type === 'comment' ? commentEnd(text, at) : type === 'value' ? valueEnd(text, at) : at + 1;
    if (end <= at) return undefined;
    const written = text.slice(at, end);
    tokens.push({ type, text: type === 'comment' ? withLineFeeds(written) : written, breaks });
    breaks = 0;
    at = end;
  }
}

function withLineFeeds(comment: string): string {
  return comment.replace(/\r\n?/g, '\n').trimEnd();
}
