import * as vscode from 'vscode';
import { synthesizeTemplate } from '../../synth/template';
import { cdkModules } from '../../synth/toolchain';
import type { Host } from '../host';
import { askBeside } from './ask-beside';
import { exportApp } from './export-app';
import { fileName, showRefusals } from './refusals';
import { targetDesign } from './target';

/**
 * Writes the CloudFormation template of a design into a file that the person chooses.
 * @param given a design and, for who calls this without a dialog, the file
 * @returns the file; undefined when there is none, and the person knows why
 */
export async function run(host: Host, given?: unknown, file?: unknown): Promise<vscode.Uri | undefined> {
  // Hidden in Restricted Mode; a key binding or another extension could call it all the same.
  if (!vscode.workspace.isTrusted) throw new Error('Exporting files needs a trusted workspace.');
  const source = await targetDesign(host, given);
  const app = exportApp(source.getText());
  if (app.outcome === 'refused') {
    await showRefusals(source, app.refusals);
    return undefined;
  }
  const target =
    file instanceof vscode.Uri
      ? file
      : await askBeside(source.uri, '.template.json', {
          title: 'Export CloudFormation Template',
          saveLabel: 'Export',
          filters: { 'CloudFormation template': ['json'] },
        });
  if (!target) return undefined;
  const template = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Dataweir: making the template', cancellable: true },
    async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      try {
        const modules = await cdkModules({ signal: stop.signal, progress: (message) => progress.report({ message }) });
        progress.report({ message: 'the CDK is at work' });
        return await synthesizeTemplate(app.files, modules, stop.signal);
      } catch (error) {
        if (stop.signal.aborted) return undefined;
        throw error;
      }
    },
  );
  if (!template) return undefined;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(template.text));
  for (const { element, reason } of app.leftOut) host.log.info(`Not in the template: ${element}: ${reason}`);
  void showResult(target, template.assets, app.leftOut.length);
  return target;
}

async function showResult(target: vscode.Uri, assets: number, leftOut: number): Promise<void> {
  const open = 'Open Template';
  const parts = [
    `${fileName(target)} written`,
    assets > 0 &&
      `${assets === 1 ? 'a file' : `${assets} files`} beside it, such as the code of functions, must lie in the bootstrap bucket: export the CDK app and deploy that`,
    leftOut > 0 && `${leftOut} ${leftOut === 1 ? 'element is' : 'elements are'} not in it, the log says why`,
  ].filter((part) => part !== false);
  const chosen = await vscode.window.showInformationMessage(`Dataweir: ${parts.join('. ')}.`, open);
  if (chosen === open) await vscode.window.showTextDocument(target);
}
