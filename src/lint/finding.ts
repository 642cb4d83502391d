import type { Severity } from '../kit/rule';
import type { Edit } from '../model/edit';
import type { JsonPath } from '../model/json';
import type { Span } from '../model/lines';
import type { Problem } from '../model/problem';
import type { Suppression } from '../model/vocabulary';

export interface FindingFix {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor';
  readonly edits: readonly Edit[];
}

/** One case of one rule on one element. */
export interface Finding {
  readonly rule: string;
  /** After environment scaling, lowering and overrides: what people see. */
  readonly severity: Severity;
  /** Before all of them: what decides whether a design may be exported. */
  readonly ownSeverity: Severity;
  /** Every deciding field was only a default: shown one step lower until the node is confirmed. */
  readonly byDefault: boolean;
  readonly message: string;
  /** Id of the element, null for the design as a whole. */
  readonly element: string | null;
  /** Path of the place in the text. */
  readonly path: JsonPath;
  readonly span: Span;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly related: readonly { readonly element: string; readonly span: Span; readonly message: string }[];
  readonly fixes: readonly FindingFix[];
}

/** A rule that could not decide an element, and what would let it. */
export interface Undecided {
  readonly rule: string;
  readonly element: string | null;
  /** Fields nobody declared, as `<list>/<id>/<field path>`; `architecture/<field path>` for the design. */
  readonly fields: readonly string[];
}

export interface SuppressedFinding extends Finding {
  readonly suppression: Suppression;
}

export interface LintResult {
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly undecided: readonly Undecided[];
  /** Of the document and of its suppressions. */
  readonly problems: readonly Problem[];
  /** Rules that threw: bugs of ours, reported, while the others still ran. */
  readonly broken: readonly { readonly rule: string; readonly element: string | null; readonly error: unknown }[];
}
