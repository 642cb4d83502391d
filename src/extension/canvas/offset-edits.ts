import { applyTextEdits, diffTexts, type TextEdit } from '../../model/text-edit';

/** A change as VS Code tells it. */
export interface ContentChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * The edits that turn `before` into `after`, all against `before`.
 *
 * VS Code gives the changes of one event from the end of the document to its start, so that their offsets hold both one
 * after the other and at once. Where that is not so, as after a change of line ends, the difference of the texts is
 * taken: what the canvas holds must equal the document, whatever the event said.
 */
export function offsetEdits(before: string, changes: readonly ContentChange[], after: string): TextEdit[] {
  const edits = changes.map(({ rangeOffset, rangeLength, text }) => ({
    offset: rangeOffset,
    length: rangeLength,
    text,
  }));
  // Of an insertion and a replacement at one place, the insertion is told last and stands first.
  if (isDescending(edits) && applyTextEdits(before, edits.reverse()) === after) return edits;
  const difference = diffTexts(before, after);
  return difference ? [difference] : [];
}

function isDescending(edits: readonly TextEdit[]): boolean {
  return edits.every((edit, index) => index === 0 || edit.offset + edit.length <= edits[index - 1]!.offset);
}
