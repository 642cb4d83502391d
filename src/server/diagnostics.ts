import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Severity } from '../kit/rule';
import type { Finding, LintResult } from '../lint/finding';
import { waitingFields } from '../lint/waiting';
import type { Problem } from '../model/problem';
import type { FindingsMessage } from '../protocol/finding';
import { type Design, largestDesign } from './designs';
import { rangeOf } from './ranges';

export const diagnosticSource = 'Dataweir';

const lspSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Problems that say a piece of text has no effect. */
const withoutEffect: ReadonlySet<string> = new Set([
  'document.unknown-field',
  'suppression.unused',
  'suppression.expired',
]);

/**
 * @param rulePages base address of the rule pages; without one, codes carry no link.
 */
export function toDiagnostics(design: Design, result: LintResult, rulePages: string | undefined): Diagnostic[] {
  const { source } = design;
  return [
    ...result.problems.map((problem) => problemDiagnostic(source, problem)),
    ...result.findings.map((finding) => findingDiagnostic(source, finding, rulePages)),
  ];
}

export function findingDiagnostic(source: TextDocument, finding: Finding, rulePages: string | undefined): Diagnostic {
  return {
    range: rangeOf(source, finding.span),
    severity: lspSeverity[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: finding.message,
    data: { rule: finding.rule, element: finding.element },
    ...(rulePages !== undefined && { codeDescription: { href: rulePage(rulePages, finding.rule) } }),
    ...(finding.rule.startsWith('lifecycle/') && { tags: [DiagnosticTag.Deprecated] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ span, message }) => ({
        location: { uri: source.uri, range: rangeOf(source, span) },
        message,
      })),
    }),
  };
}

export function problemDiagnostic(source: TextDocument, problem: Problem): Diagnostic {
  return {
    range: rangeOf(source, problem.span),
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Hint,
    source: diagnosticSource,
    code: problem.code,
    message: problem.message,
    ...(withoutEffect.has(problem.code) && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

/** The one thing to say about a text that is too long. */
export function tooLong(source: TextDocument): Diagnostic {
  const megabytes = (length: number): number => Math.round(length / 100_000) / 10;
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Error,
    source: diagnosticSource,
    code: 'document.too-long',
    message: `This file has ${megabytes(source.getText().length)} MB; designs up to ${megabytes(largestDesign)} MB are checked. Split the design.`,
  };
}

export function rulePage(rulePages: string, rule: string): string {
  return `${rulePages.replace(/\/$/, '')}/${rule}.md`;
}

/** Fields that are sent with every check: nobody fills in more of them in a while. */
const mostWaiting = 300;

/** The same for the canvas: elements and edits in place of ranges. */
export function toFindingsMessage(design: Design, result: LintResult): FindingsMessage {
  return {
    version: design.source.version,
    findings: result.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      byDefault: finding.byDefault,
      message: finding.message,
      element: finding.element,
      list: finding.element === null ? 'design' : String(finding.path[0]),
      path: [...finding.path],
      fixes: finding.fixes.map(({ title, kind, edits }) => ({ title, kind, edits: [...edits] })),
    })),
    problems: result.problems.map(({ code, severity, message, path, span }) => ({
      code,
      severity,
      message,
      path: [...path],
      line: design.document.lines.position(span.offset).line + 1,
    })),
    waiting: waitingFields(result.undecided)
      .slice(0, mostWaiting)
      .map(({ owner, field, rules }) => ({ owner, field, rules: [...rules] })),
  };
}
