import * as vscode from 'vscode';
import type { Host } from '../host';
import { fileSuffix } from '../names';
import { exportApp, writeApp } from './export-app';
import { fileName, showRefusals } from './refusals';
import { targetDesign } from './target';

/** Exports a design as a CDK app into a folder that the person chooses; a design with errors is refused with their list. */
export async function run(host: Host, given?: unknown): Promise<void> {
  // Hidden in Restricted Mode; a key binding or another extension could call it all the same.
  if (!vscode.workspace.isTrusted) throw new Error('Exporting files needs a trusted workspace.');
  const source = await targetDesign(host, given);
  const app = exportApp(source.getText());
  if (app.outcome === 'refused') {
    await showRefusals(source, app.refusals);
    return;
  }
  const target = await askForFolder(source.uri);
  if (!target) return;
  const { written, conflicts } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Dataweir: exporting the CDK app' },
    () => writeApp(app.files, target),
  );
  for (const { element, reason } of app.leftOut) host.log.info(`Not in the app: ${element}: ${reason}`);
  await showResult(target, written, conflicts, app.leftOut.length);
}

/** The folder itself when it is empty or holds an earlier export, else a new one in it: nobody's files are mixed with ours. */
async function askForFolder(design: vscode.Uri): Promise<vscode.Uri | undefined> {
  const beside =
    design.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(design, '..');
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: 'Export CDK App',
      openLabel: 'Export Here',
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      ...(beside && { defaultUri: beside }),
    })) ?? [];
  if (!chosen) return undefined;
  const present = (await vscode.workspace.fs.readDirectory(chosen)).map(([name]) => name);
  if (present.length === 0 || present.includes('.dataweir')) return chosen;
  return vscode.Uri.joinPath(chosen, `${fileName(design).slice(0, -fileSuffix.length) || 'pipeline'}-cdk`);
}

async function showResult(
  target: vscode.Uri,
  written: number,
  conflicts: readonly string[],
  leftOut: number,
): Promise<void> {
  const open = 'Open Folder';
  const parts = [
    written === 0
      ? 'Nothing changed'
      : `${written} ${written === 1 ? 'file' : 'files'} written to ${target.path.slice(target.path.lastIndexOf('/') + 1)}`,
    conflicts.length > 0 && `${conflicts.join(', ')} had been edited and stayed: ours lies beside as .new`,
    leftOut > 0 && `${leftOut} ${leftOut === 1 ? 'element is' : 'elements are'} not in the app, the log says why`,
  ].filter((part) => part !== false);
  const show = conflicts.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show(`Dataweir: ${parts.join('. ')}.`, open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
