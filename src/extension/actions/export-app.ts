import * as vscode from 'vscode';
import { type CdkExport, exportCdk } from '../../cdk/export';
import { type ExportedFile, manifestPath } from '../../cdk/files';
import { pathsToRead, planExport } from '../../cdk/plan';
import { matrix } from '../../connections/matrix';
import { localDay } from '../../kit/day';
import { lint } from '../../lint/lint';
import { rules } from '../../lint/rules';
import { parseDocument } from '../../model/document';
import { kinds } from '../../services/catalog';

/** The CDK app of a design, or why there is none. */
export function exportApp(text: string): CdkExport {
  const document = parseDocument(text, kinds);
  return exportCdk(document, lint(document, { kinds, rules, matrix, today: localDay(new Date()) }));
}

/** Carries an export out in a folder, which may hold an earlier one. What people edited there stays. */
export async function writeApp(
  files: ReadonlyMap<string, ExportedFile>,
  folder: vscode.Uri,
): Promise<{ readonly written: number; readonly conflicts: readonly string[] }> {
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, ...path.split('/'));
  const existing = new Map<string, string>();
  for (const path of pathsToRead(files, await readText(at(manifestPath)))) {
    const text = await readText(at(path));
    if (text !== undefined) existing.set(path, text);
  }
  const plan = planExport(files, existing);
  let written = 0;
  for (const action of plan.actions) {
    if (action.action === 'write') await writeText(at(action.path), action.content);
    else if (action.action === 'write-new') await writeText(at(action.newPath), action.content);
    else if (action.action === 'delete') await vscode.workspace.fs.delete(at(action.path));
    if (action.action.startsWith('write')) written++;
  }
  return { written, conflicts: plan.conflicts };
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
