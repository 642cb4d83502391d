import * as vscode from 'vscode';
import type { Refusal } from '../../cdk/export';

/** Says what keeps a design from being exported, and leads to it. */
export async function showRefusals({ uri }: vscode.TextDocument, refusals: readonly Refusal[]): Promise<void> {
  const lines = refusals
    .slice(0, 12)
    .map(({ rule, element, message }) => `• ${element === null ? '' : `${element}: `}${message} (${rule})`);
  if (refusals.length > lines.length) lines.push(`… and ${refusals.length - lines.length} more`);
  const count = refusals.length === 1 ? 'An error keeps' : `${refusals.length} errors keep`;
  const show = 'Show Problems';
  const chosen = await vscode.window.showErrorMessage(
    `${count} ${fileName(uri)} from being exported.`,
    { modal: true, detail: lines.join('\n') },
    show,
  );
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

export function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
