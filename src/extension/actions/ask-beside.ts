import * as vscode from 'vscode';
import { fileSuffix } from '../names';
import { fileName } from './refusals';

/** Asks where to write something made of a design; beside it is offered. */
export async function askBeside(
  design: vscode.Uri,
  suffix: string,
  about: Pick<vscode.SaveDialogOptions, 'title' | 'saveLabel' | 'filters'>,
): Promise<vscode.Uri | undefined> {
  const stem = fileName(design).slice(0, -fileSuffix.length) || 'pipeline';
  const folder =
    design.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(design, '..');
  return vscode.window.showSaveDialog({
    ...about,
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, stem + suffix) }),
  });
}
