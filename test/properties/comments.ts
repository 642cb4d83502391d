import { visit } from 'jsonc-parser';

export interface FoundComment {
  readonly text: string;
  readonly offset: number;
}

/** The comments of a text, as another parser than ours sees them. */
export function commentsOf(text: string): FoundComment[] {
  const comments: FoundComment[] = [];
  visit(text, {
    onComment: (offset, length) => void comments.push({ text: text.slice(offset, offset + length), offset }),
  });
  return comments;
}

/** The comments of `before` that `after` lacks, each counted as often as it stands there. */
export function lostComments(before: readonly FoundComment[], after: readonly FoundComment[]): string[] {
  const left = after.map(({ text }) => text);
  return before.flatMap(({ text }) => {
    const at = left.indexOf(text);
    if (at === -1) return [text];
    left.splice(at, 1);
    return [];
  });
}
