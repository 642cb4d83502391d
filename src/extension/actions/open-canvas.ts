import * as vscode from 'vscode';
import type { Host } from '../host';
import { canvasViewType } from '../names';
import { targetDesign } from './target';

/** In place of the text when the text is in front, else in the group in front. */
export async function run(host: Host, given?: unknown): Promise<void> {
  const { uri } = await targetDesign(host, given);
  await vscode.commands.executeCommand('vscode.openWith', uri, canvasViewType, vscode.ViewColumn.Active);
}
