import * as vscode from 'vscode';
import { parseDocument } from '../../model/document';
import type { Pipeline } from '../../model/vocabulary';
import { kinds } from '../../services/catalog';
import { showGallery } from '../gallery/gallery';
import type { Host } from '../host';
import { canvasViewType, fileSuffix } from '../names';

interface Template {
  /** Stem of its file. */
  readonly id: string;
  readonly content: Uint8Array;
  readonly design: Pipeline;
}

/**
 * Shows the templates; or, with the id of one, asks for a file, writes the template to it and opens the canvas.
 * @returns the new file; undefined when nobody chose one yet.
 */
export async function run(host: Host, id?: unknown): Promise<vscode.Uri | undefined> {
  const templates = await readTemplates(host);
  // Menus pass arguments of their own.
  if (typeof id !== 'string') {
    showGallery(host, templates, (chosen) => vscode.commands.executeCommand('dataweir.newPipeline', chosen));
    return undefined;
  }
  const template = templates.find((candidate) => candidate.id === id);
  if (!template) throw new Error(`There is no template ${JSON.stringify(id)}.`);
  const target = await askForFile(template.id);
  if (!target) return undefined;
  await vscode.workspace.fs.writeFile(target, template.content);
  await vscode.commands.executeCommand('vscode.openWith', target, canvasViewType);
  return target;
}

/** The templates by name, after an empty design. */
async function readTemplates(host: Host): Promise<Template[]> {
  const folder = vscode.Uri.joinPath(host.context.extensionUri, 'templates');
  const files = (await vscode.workspace.fs.readDirectory(folder))
    .map(([name]) => name)
    .filter((name) => name.endsWith(fileSuffix));
  const templates = await Promise.all(
    files.map(async (name) =>
      templateOf(
        name.slice(0, -fileSuffix.length),
        await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)),
      ),
    ),
  );
  templates.sort((a, b) => a.design.name.localeCompare(b.design.name, 'en'));
  return [templateOf('pipeline', new TextEncoder().encode(emptyDesign)), ...templates];
}

const emptyDesign = `{
  "version": 1,
  "name": "New design",
  "nodes": [],
  "edges": []
}
`;

function templateOf(id: string, content: Uint8Array): Template {
  return { id, content, design: parseDocument(new TextDecoder().decode(content), kinds).value };
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
