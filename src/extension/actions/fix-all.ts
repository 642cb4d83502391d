import * as vscode from 'vscode';
import type { Host } from '../host';
import { targetDesign } from './target';

export async function run(host: Host, given?: unknown): Promise<void> {
  const document = await targetDesign(host, given);
  await host.server.start(host);
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    vscode.CodeActionKind.SourceFixAll.append('dataweir').value,
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (!edit) {
    void vscode.window.showInformationMessage('Dataweir: no finding has a safe fix.');
    return;
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The file changed meanwhile. Try again.');
}
