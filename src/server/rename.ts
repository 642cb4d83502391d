import { elementId, toTextEdits } from '../model/edit';
import { idsOf, renameElement } from '../model/operations';
import type { TextEdit } from '../model/text-edit';
import { slugPattern } from '../model/vocabulary';
import type { Design, Knowledge } from './designs';
import { type IdAt, idAt } from './symbol-at';

/** A rename that cannot be done, with the sentence for people. */
export interface Refusal {
  readonly refused: string;
}

/** The id that a rename at `offset` would change. */
export function renameTarget({ document }: Design, { kinds }: Knowledge, offset: number): IdAt | Refusal {
  if (!document.readable) return { refused: 'The design does not parse. Mend the text first.' };
  const target = idAt(document, kinds, offset);
  if (!target) return { refused: 'Only ids can be renamed, and this is none.' };
  const known = (document.value[target.list] as readonly object[]).some(
    (entry) => elementId(target.list, entry as never) === target.id,
  );
  return known ? target : { refused: `"${target.id}" names nothing in "${target.list}".` };
}

export function rename(design: Design, knowledge: Knowledge, offset: number, to: string): TextEdit[] | Refusal {
  const target = renameTarget(design, knowledge, offset);
  if ('refused' in target) return target;
  if (to === target.id) return [];
  if (to.length > 64 || !slugPattern.test(to)) {
    return {
      refused: `"${to}" cannot be an id: use up to 64 letters, digits, "-", "_" and ".", starting and ending with a letter or digit.`,
    };
  }
  const { value } = design.document;
  if (idsOf(value, target.list).has(to))
    return { refused: `"${to}" is already the id of another entry of "${target.list}".` };
  return toTextEdits(design.document, renameElement(value, knowledge.kinds, target.list, target.id, to));
}
