import * as vscode from 'vscode';
import type { PipelineDocument } from '../../model/document';
import { type ElementRef, findEntry } from '../../model/edit';
import type { JsonPath } from '../../model/json';
import type { Span } from '../../model/lines';

/** A place in a design: a path in the text, an element by its id, or an offset of a text that does not parse. */
export interface TextPlace {
  readonly element?: ElementRef | undefined;
  readonly path?: JsonPath | undefined;
  readonly offset?: number | undefined;
}

/** Shows the text editor beside, with the place selected. */
export async function showElementText(
  source: vscode.TextDocument,
  document: PipelineDocument,
  place: TextPlace,
): Promise<vscode.TextEditor> {
  const span = spanOf(document, place);
  const selection =
    span && new vscode.Range(source.positionAt(span.offset), source.positionAt(span.offset + span.length));
  return showText(source, selection);
}

export async function showText(
  source: vscode.TextDocument,
  selection: vscode.Range | undefined,
): Promise<vscode.TextEditor> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === source);
  return vscode.window.showTextDocument(source, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
    preview: false,
    ...(selection && { selection }),
  });
}

function spanOf(document: PipelineDocument, { element, path, offset }: TextPlace): Span | undefined {
  if (offset !== undefined) return { offset, length: 0 };
  if (path && path.length > 0) return document.nearestSpan(path);
  if (!element) return undefined;
  if (element.list === 'design') return document.spanOf(['architecture']) ?? document.spanOf(['name']);
  const entry = findEntry(document, element);
  return entry && document.nearestSpan(document.pathOf(entry));
}
