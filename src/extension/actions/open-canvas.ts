import * as vscode from 'vscode';
import type { Host } from '../host';
import { canvasViewType } from '../names';
import { targetDesign } from './target';

/** In place of its text when that is in front, else in the group in front. */
export async function run(host: Host, given?: unknown): Promise<void> {
  const { uri } = await targetDesign(host, given);
  if (vscode.window.activeTextEditor?.document.uri.toString() === uri.toString()) {
    await vscode.commands.executeCommand('reopenActiveEditorWith', canvasViewType);
    return;
  }
  await vscode.commands.executeCommand('vscode.openWith', uri, canvasViewType, vscode.ViewColumn.Active);
}
