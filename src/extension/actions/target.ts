import * as vscode from 'vscode';
import type { Host } from '../host';
import { fileSuffix, languageId } from '../names';

/** The design a command is about: the one it was called on, else the one in front, as canvas or as text. */
export async function targetDesign(host: Host, given: unknown): Promise<vscode.TextDocument> {
  if (given instanceof vscode.Uri) return vscode.workspace.openTextDocument(given);
  const canvas = host.canvases.active();
  if (canvas) return canvas.document;
  const editor = vscode.window.activeTextEditor;
  if (editor && isDesign(editor.document)) return editor.document;
  throw new Error(`Open a ${fileSuffix} file first.`);
}

function isDesign({ languageId: language, uri }: vscode.TextDocument): boolean {
  return language === languageId || uri.path.endsWith(fileSuffix);
}
