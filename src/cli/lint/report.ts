import type { Severity } from '../../kit/rule';
import type { LintResult } from '../../lint/finding';
import type { PipelineDocument } from '../../model/document';
import type { Design } from '../input';

/** What was found in one file. A file that does not parse has problems only. */
export interface FileReport {
  readonly file: string;
  readonly document: PipelineDocument;
  readonly result: LintResult;
  /** Quick fixes that were applied. */
  readonly fixed: number;
}

export interface Report {
  readonly files: readonly FileReport[];
  /** Files that could not be read or parsed: one line each. */
  readonly failures: readonly string[];
  /** Findings that a baseline accepts, and its entries that nothing matches any more. */
  readonly baseline: { readonly accepted: number; readonly stale: number } | undefined;
  readonly stats: Stats | undefined;
}

export interface Stats {
  readonly files: number;
  readonly elements: number;
  readonly ms: number;
  /** Slowest first. */
  readonly rules: readonly { readonly rule: string; readonly ms: number }[];
}

export function unreadableReport({ file, document }: Design): FileReport {
  const result: LintResult = { findings: [], suppressed: [], undecided: [], problems: document.problems, broken: [] };
  return { file, document, result, fixed: 0 };
}

/** Severity of everything that counts, problems included. */
export function severitiesOf({ result }: FileReport): Severity[] {
  return [...result.findings, ...result.problems].map(({ severity }) => severity);
}
