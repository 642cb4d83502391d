import * as vscode from 'vscode';
import { matrix } from '../../connections/matrix';
import { localDay } from '../../kit/day';
import { lint } from '../../lint/lint';
import { rules } from '../../lint/rules';
import { parseRuleSettings, severityFrom } from '../../lint/settings';
import { parseDocument } from '../../model/document';
import type { Pipeline } from '../../model/vocabulary';
import { printHtml } from '../../report/html';
import { printMarkdown } from '../../report/markdown';
import { reviewOf } from '../../report/review';
import { teamSettings } from '../../server/team-settings';
import { kinds } from '../../services/catalog';
import type { Host } from '../host';
import { askBeside } from './ask-beside';
import { fileName } from './refusals';
import { targetDesign } from './target';

/**
 * Writes the Well-Architected review of a design into a file that the person chooses, as HTML or Markdown.
 * @param given a design and, for who calls this without a dialog, the file
 * @returns the file; undefined when none was chosen
 */
export async function run(host: Host, given?: unknown, file?: unknown): Promise<vscode.Uri | undefined> {
  // Hidden in Restricted Mode; a key binding or another extension could call it all the same.
  if (!vscode.workspace.isTrusted) throw new Error('Writing files needs a trusted workspace.');
  const source = await targetDesign(host, given);
  const document = parseDocument(source.getText(), kinds);
  if (!document.readable) throw new Error('The text of the design does not parse. Mend it first.');
  const target =
    file instanceof vscode.Uri
      ? file
      : await askBeside(source.uri, '.review.html', {
          title: 'Write Well-Architected Review',
          saveLabel: 'Write',
          filters: { 'Web page': ['html'], Markdown: ['md'] },
        });
  if (!target) return undefined;
  const options = { kinds, rules, matrix, today: localDay(new Date()) };
  const own = parseRuleSettings(vscode.workspace.getConfiguration('dataweir', source.uri).get('rules'));
  const onProblem = (address: string, problem: string) => host.log.warn(`${address}:${problem}`);
  const team = await teamSettings({ read: readFile, onProblem }, source.uri.toString());
  const result = lint(document, { ...options, severityOf: severityFrom([...team, own]) });
  const review = reviewOf(document, result, {
    ...options,
    version: String(host.context.extension.packageJSON.version),
  });
  const text = /\.(md|markdown)$/i.test(target.path)
    ? printMarkdown(review)
    : printHtml(review, { kinds, icon: await iconsOf(host, document.value) });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  void showResult(target);
  return target;
}

async function readFile(address: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(address)));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Icons of the kinds of a design as data URIs: the file must need nothing else. */
async function iconsOf(host: Host, { nodes }: Pipeline): Promise<(kind: string) => string | undefined> {
  const folder = vscode.Uri.joinPath(host.context.extensionUri, 'dist', 'webview', 'icons');
  const known = [...new Set(nodes.map(({ kind }) => kind))].filter((kind) => kinds.has(kind));
  const icons = await Promise.all(
    known.map(async (kind) => {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, `${kind}.svg`));
        return [kind, `data:image/svg+xml;base64,${Buffer.from(bytes).toString('base64')}`] as const;
      } catch {
        // AWS has no icon for every kind.
        return [kind, undefined] as const;
      }
    }),
  );
  const found = new Map(icons);
  return (kind) => found.get(kind);
}

async function showResult(target: vscode.Uri): Promise<void> {
  const open = 'Open';
  const chosen = await vscode.window.showInformationMessage(`Dataweir: ${fileName(target)} written.`, open);
  if (chosen !== open) return;
  if (/\.html?$/i.test(target.path)) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('markdown.showPreview', target);
}
