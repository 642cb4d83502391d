import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { Finding, FindingFix, LintResult } from '../lint/finding';
import { compatibleFixes } from '../lint/quick-fixes';
import { type Edit, elementId, toTextEdits } from '../model/edit';
import type { Problem } from '../model/problem';
import type { Design } from './designs';
import { findingDiagnostic, problemDiagnostic } from './diagnostics';
import { overlaps, rangeOf, workspaceEdit } from './ranges';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.dataweir`;

/** What the client can do with an action. */
export interface ActionOptions {
  /** Edits may carry the version of the document. */
  readonly versionedEdits: boolean;
  /** The client has the commands of the extension: `dataweir.showRule` and `dataweir.selectReason`. */
  readonly commands: boolean;
}

export function codeActions(
  design: Design,
  result: LintResult,
  params: CodeActionParams,
  options: ActionOptions,
): CodeAction[] {
  if (!design.document.readable) return [];
  const { source } = design;
  const wants = (kind: string): boolean => wanted(params.context.only, kind);
  const actions: CodeAction[] = [];
  const last: CodeAction[] = [];
  for (const finding of result.findings) {
    if (!overlaps(rangeOf(source, finding.span), params.range)) continue;
    const diagnostics = sameDiagnostics(params.context.diagnostics, findingDiagnostic(source, finding, undefined));
    for (const fix of finding.fixes) {
      const kind = fix.kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
      if (!wants(kind)) continue;
      const action = editAction(design, fix.title, kind, fix.edits, diagnostics, options);
      if (action) actions.push({ ...action, ...(isOnlySafeFix(finding, fix) && { isPreferred: true }) });
    }
    if (wants(CodeActionKind.QuickFix)) {
      const suppress = suppressAction(design, finding, diagnostics, options);
      last.push(...(suppress ? [suppress] : []), ...(options.commands ? [pageAction(finding.rule, diagnostics)] : []));
    }
  }
  for (const problem of result.problems) {
    const action =
      wants(CodeActionKind.QuickFix) &&
      overlaps(rangeOf(source, problem.span), params.range) &&
      mendAction(design, problem, params, options);
    if (action) actions.push(action);
  }
  if (params.context.only && wants(fixAllKind)) {
    const edits = compatibleFixes(result.findings).flat();
    const action =
      edits.length > 0 && editAction(design, 'Fix all findings that have a safe fix', fixAllKind, edits, [], options);
    if (action) actions.push(action);
  }
  return withoutDoubles([...actions, ...last]);
}

const isOnlySafeFix = (finding: Finding, fix: FindingFix): boolean =>
  fix.kind === 'quickfix' && finding.fixes.filter(({ kind }) => kind === 'quickfix').length === 1;

function editAction(
  { source, document }: Design,
  title: string,
  kind: string,
  edits: readonly Edit[],
  diagnostics: Diagnostic[],
  options: ActionOptions,
): CodeAction | undefined {
  const textEdits = toTextEdits(document, edits);
  if (textEdits.length === 0) return undefined;
  return {
    title,
    kind,
    edit: workspaceEdit(source, textEdits, options.versionedEdits),
    ...(diagnostics.length > 0 && { diagnostics }),
  };
}

function suppressAction(
  design: Design,
  finding: Finding,
  diagnostics: Diagnostic[],
  options: ActionOptions,
): CodeAction | undefined {
  const { rule, element } = finding;
  const there = design.document.value.suppressions.some(
    (entry) => entry.rule === rule && (entry.on ?? null) === element,
  );
  if (there) return undefined;
  const value = { rule, ...(element !== null && { on: element }), reason: '' };
  const title = `Suppress ${rule} ${element === null ? 'in this design' : `on "${element}"`}, with a reason`;
  const action = editAction(
    design,
    title,
    CodeActionKind.QuickFix,
    [{ op: 'add', list: 'suppressions', value }],
    diagnostics,
    options,
  );
  // The reason is for people to write: the cursor goes there.
  const command = {
    title: 'Write the reason',
    command: 'dataweir.selectReason',
    arguments: [design.source.uri, rule, element],
  };
  return action && { ...action, ...(options.commands && { command }) };
}

function pageAction(rule: string, diagnostics: Diagnostic[]): CodeAction {
  const title = `Open the page of ${rule}`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command: 'dataweir.showRule', arguments: [rule] },
  };
}

/** A suppression without effect can go. */
function mendAction(
  design: Design,
  problem: Problem,
  params: CodeActionParams,
  options: ActionOptions,
): CodeAction | undefined {
  if (problem.code !== 'suppression.unused' && problem.code !== 'suppression.expired') return undefined;
  const { document, source } = design;
  const entry = document.value.suppressions.find((candidate) => document.pathOf(candidate)[1] === problem.path[1]);
  if (!entry) return undefined;
  const diagnostics = sameDiagnostics(params.context.diagnostics, problemDiagnostic(source, problem));
  const edit: Edit = { op: 'remove', element: { list: 'suppressions', id: elementId('suppressions', entry) } };
  const action = editAction(design, 'Remove this suppression', CodeActionKind.QuickFix, [edit], diagnostics, options);
  return action && { ...action, isPreferred: true };
}

/** The client's own diagnostics of the same code, place and words: it knows them by identity. */
function sameDiagnostics(known: readonly Diagnostic[], wantedOne: Diagnostic): Diagnostic[] {
  return known.filter(
    ({ code, range, message }) =>
      code === wantedOne.code && message === wantedOne.message && overlaps(range, wantedOne.range),
  );
}

function wanted(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((prefix) => prefix === '' || kind === prefix || kind.startsWith(`${prefix}.`));
}

function withoutDoubles(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, edit, command }) => {
    const key = JSON.stringify([title, edit, command]);
    return !seen.has(key) && seen.add(key);
  });
}
