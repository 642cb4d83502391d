import * as vscode from 'vscode';
import { parseDocument } from '../../model/document';
import { kinds } from '../../services/catalog';
import { showText } from '../canvas/show-text';
import type { Host } from '../host';

/** Puts the cursor between the quotes of a suppression's reason: accepting a finding takes a reason. */
export async function run(_host: Host, address?: unknown, rule?: unknown, element?: unknown): Promise<void> {
  if (typeof address !== 'string') return;
  const source = await vscode.workspace.openTextDocument(vscode.Uri.parse(address, true));
  const document = parseDocument(source.getText(), kinds);
  const entry = document.value.suppressions.findLast(
    (suppression) => suppression.rule === rule && (suppression.on ?? null) === (element ?? null),
  );
  const span = entry && document.spanOf([...document.pathOf(entry), 'reason']);
  if (!span) return;
  const inside = new vscode.Range(source.positionAt(span.offset + 1), source.positionAt(span.offset + span.length - 1));
  await showText(source, inside);
}
