import * as vscode from 'vscode';
import type { Host } from '../host';
import { canvasViewType } from '../names';
import { targetDesign } from './target';

export async function run(host: Host): Promise<void> {
  await targetDesign(host, undefined);
  // `vscode.openWith` would open a second tab.
  await vscode.commands.executeCommand('reopenActiveEditorWith', host.canvases.active() ? 'default' : canvasViewType);
}
