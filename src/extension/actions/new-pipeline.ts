import * as vscode from 'vscode';
import { parseDocument } from '../../model/document';
import { kinds } from '../../services/catalog';
import type { Host } from '../host';
import { canvasViewType, fileSuffix } from '../names';

interface Template extends vscode.QuickPickItem {
  readonly id: string;
  readonly content: Uint8Array;
}

/** Asks for a template and a file, writes the one to the other, and opens the canvas. */
export async function run(host: Host): Promise<vscode.Uri | undefined> {
  const template = await vscode.window.showQuickPick(readTemplates(host), {
    title: 'New Pipeline',
    placeHolder: 'Which template?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!template) return undefined;
  const target = await askForFile(template.id);
  if (!target) return undefined;
  await vscode.workspace.fs.writeFile(target, template.content);
  await vscode.commands.executeCommand('vscode.openWith', target, canvasViewType);
  return target;
}

async function readTemplates(host: Host): Promise<Template[]> {
  const folder = vscode.Uri.joinPath(host.context.extensionUri, 'templates');
  const files = (await vscode.workspace.fs.readDirectory(folder))
    .map(([name]) => name)
    .filter((name) => name.endsWith(fileSuffix));
  return Promise.all(
    files.sort().map(async (name) => {
      const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
      const { value } = parseDocument(new TextDecoder().decode(content), kinds);
      const id = name.slice(0, -fileSuffix.length);
      const size = `${value.nodes.length} nodes`;
      return { id, content, label: value.name || id, description: size, detail: value.description ?? '' };
    }),
  );
}

async function askForFile(stem: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showSaveDialog({
    title: 'New Pipeline',
    // With both parts of the suffix dialogs see only the last of them in a name, and append both once more.
    filters: { 'Dataweir pipeline': ['json'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, stem + fileSuffix) }),
  });
  if (!chosen || chosen.path.endsWith(fileSuffix)) return chosen;
  // Without the suffix it would not open as a canvas.
  const named = chosen.with({ path: chosen.path.replace(/(?:\.pipeline)?(?:\.json)?$/, fileSuffix) });
  // The dialog has asked about another name.
  if (await exists(named)) throw new Error(`${named.path} exists already. Choose another name.`);
  return named;
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
