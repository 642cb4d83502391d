/** Changes to a text as values: what the canvas, the fixes and the language server all end in. */

/** Replace `length` UTF-16 units at `offset` by `text`. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Edits of one text must not overlap; they are given against the text before any of them. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of sorted(edits)) {
    if (edit.offset < at) throw new Error(`Overlapping text edits at offset ${edit.offset}`);
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.offset + edit.length;
  }
  return result + text.slice(at);
}

/** The edits that take `applyTextEdits(text, edits)` back to `text`, byte for byte. */
export function invertTextEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return sorted(edits).map((edit) => {
    const inverse = {
      offset: edit.offset + shift,
      length: edit.text.length,
      text: text.slice(edit.offset, edit.offset + edit.length),
    };
    shift += edit.text.length - edit.length;
    return inverse;
  });
}

const block = 1024;

/** The one edit that turns `before` into `after`: their difference between common head and tail; undefined when equal. */
export function diffTexts(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  // Whole blocks first: the engine compares slices many times faster than a loop compares characters.
  while (head + block <= shorter && before.slice(head, head + block) === after.slice(head, head + block)) head += block;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  const longest = shorter - head;
  const [a, b] = [before.length, after.length];
  let tail = 0;
  while (
    tail + block <= longest &&
    before.slice(a - tail - block, a - tail) === after.slice(b - tail - block, b - tail)
  )
    tail += block;
  while (tail < longest && before.charCodeAt(a - 1 - tail) === after.charCodeAt(b - 1 - tail)) tail++;
  return { offset: head, length: before.length - head - tail, text: after.slice(head, after.length - tail) };
}

function sorted(edits: readonly TextEdit[]): TextEdit[] {
  // Stable: two insertions at one place keep their order.
  return [...edits].sort((a, b) => a.offset - b.offset);
}
