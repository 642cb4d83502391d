import type { Finding, LintResult } from '../../lint/finding';
import { type PipelineDocument, parseDocument } from '../../model/document';
import { applyEdits, type Edit } from '../../model/edit';
import type { KindCatalog } from '../../model/kind';

/** A quick fix sets fields of the reported element, so few rounds settle; more means that two fixes fight. */
const mostRounds = 10;

export interface Fixed {
  readonly document: PipelineDocument;
  readonly result: LintResult;
  /** Fixes that were applied. */
  readonly fixed: number;
}

/** Applies quick fixes until none is left, a text comes back, or the rounds are over. */
export function applyQuickFixes(
  document: PipelineDocument,
  kinds: KindCatalog,
  check: (document: PipelineDocument) => LintResult,
): Fixed {
  const seen = new Set([document.text]);
  let state: Fixed = { document, result: check(document), fixed: 0 };
  for (let round = 0; round < mostRounds; round++) {
    const chosen = compatible(state.result.findings);
    if (chosen.length === 0) return state;
    const text = applyEdits(state.document, chosen.flat());
    if (seen.has(text)) return state;
    seen.add(text);
    const fixed = parseDocument(text, kinds, state.document);
    // No fix may damage the file; if one would, what was there before stays.
    if (!fixed.readable || errorsIn(fixed) > errorsIn(state.document)) return state;
    state = { document: fixed, result: check(fixed), fixed: state.fixed + chosen.length };
  }
  return state;
}

/** The edits of those fixes that do not touch what an earlier one touches; the others get the next round. */
function compatible(findings: readonly Finding[]): (readonly Edit[])[] {
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

const errorsIn = (document: PipelineDocument): number =>
  document.problems.filter(({ severity }) => severity === 'error').length;
