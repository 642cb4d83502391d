import * as vscode from 'vscode';
import { rules } from '../../lint/rules';
import type { Host } from '../host';

/** Opens the page of a rule, or asks for one. */
export async function run(host: Host, given?: unknown): Promise<void> {
  const id = typeof given === 'string' ? given : await askForRule();
  if (id === undefined) return;
  // Only rules of the house have pages; nothing else becomes part of a path.
  if (!rules.some((rule) => rule.id === id)) throw new Error(`There is no rule ${JSON.stringify(id)}.`);
  const page = vscode.Uri.joinPath(host.context.extensionUri, 'docs', 'rules', `${id}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function askForRule(): Promise<string | undefined> {
  const items = rules.map(({ id, severity, summary }) => ({ label: id, description: severity, detail: summary }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Show Rule',
    placeHolder: 'Which rule?',
    matchOnDetail: true,
  });
  return chosen?.label;
}
