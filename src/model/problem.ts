import type { JsonPath } from './json';
import type { Span } from './lines';

/**
 * Damage in a document: what is wrong, where, and what to do. Codes are stable.
 *
 * - `document.not-json`, `document.merge-conflict`: the text does not parse. The value is a best effort.
 * - `document.not-a-design`: JSON, but not an object.
 * - `document.missing`, `document.wrong-shape`, `document.unknown-kind`, `document.duplicate-id`,
 *   `document.unknown-reference`, `document.contradiction`: it parses, and something in it cannot be used.
 * - `document.unknown-field`: kept, but nothing reads it.
 * - `suppression.*`: a suppression without a reason, past its date, or of a finding that does not exist.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'hint';
  readonly message: string;
  readonly path: JsonPath;
  readonly span: Span;
}

export type ProblemCode =
  | 'document.not-json'
  | 'document.merge-conflict'
  | 'document.not-a-design'
  | 'document.missing'
  | 'document.wrong-shape'
  | 'document.unknown-kind'
  | 'document.duplicate-id'
  | 'document.unknown-reference'
  | 'document.contradiction'
  | 'document.unknown-field'
  | 'suppression.no-reason'
  | 'suppression.expired'
  | 'suppression.unused';

/** The codes of a text that does not parse: nothing can be edited before it is mended. */
export const unreadable: ReadonlySet<ProblemCode> = new Set([
  'document.not-json',
  'document.merge-conflict',
  'document.not-a-design',
]);
