import type { Edit } from '../model/edit';
import type { Finding } from './finding';

/** The edits of those quick fixes that do not touch what an earlier one touches; the others wait for the next round. */
export function compatibleFixes(findings: readonly Finding[]): (readonly Edit[])[] {
  const taken: string[] = [];
  const chosen: (readonly Edit[])[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ kind }) => kind === 'quickfix');
    const places = fix?.edits.map(placeOf);
    if (!fix || !places || places.some((place) => taken.some((other) => overlaps(place, other)))) continue;
    taken.push(...places);
    chosen.push(fix.edits);
  }
  return chosen;
}

function placeOf(edit: Edit): string {
  if (edit.op === 'add') return JSON.stringify([edit.list]).slice(0, -1);
  const { element } = edit;
  const owner = element.list === 'design' ? [element.list] : [element.list, element.id];
  return `${JSON.stringify([...owner, ...(edit.op === 'remove' ? [] : edit.path)]).slice(0, -1)},`;
}

const overlaps = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
