import type { LintResult } from '../../lint/finding';
import { compatibleFixes } from '../../lint/quick-fixes';
import { type PipelineDocument, parseDocument } from '../../model/document';
import { applyEdits } from '../../model/edit';
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
    const chosen = compatibleFixes(state.result.findings);
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

const errorsIn = (document: PipelineDocument): number =>
  document.problems.filter(({ severity }) => severity === 'error').length;
