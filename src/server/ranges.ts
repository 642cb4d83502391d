import type { TextEdit as LspTextEdit, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../model/lines';
import type { TextEdit } from '../model/text-edit';

/** Spans and edits of the model in the words of the protocol. */

export function rangeOf(source: TextDocument, span: Span): Range {
  return { start: source.positionAt(span.offset), end: source.positionAt(span.offset + span.length) };
}

export function lspEdits(source: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ offset, length, text }) => ({ range: rangeOf(source, { offset, length }), newText: text }));
}

/** With the version where the client can check it, so that an edit of an older text is refused and not misplaced. */
export function workspaceEdit(source: TextDocument, edits: readonly TextEdit[], versioned: boolean): WorkspaceEdit {
  const changes = lspEdits(source, edits);
  return versioned
    ? { documentChanges: [{ textDocument: { uri: source.uri, version: source.version }, edits: changes }] }
    : { changes: { [source.uri]: changes } };
}

export function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
