import * as vscode from 'vscode';
import type { Host } from '../host';
import { canvasViewType } from '../names';
import { targetDesign } from './target';

export async function run(host: Host): Promise<void> {
  const { uri } = await targetDesign(host, undefined);
  const next = host.canvases.active() ? 'default' : canvasViewType;
  await vscode.commands.executeCommand('vscode.openWith', uri, next, vscode.ViewColumn.Active);
}
