import type { VscodeCollapsible } from '@vscode-elements/elements/dist/vscode-collapsible/index.js';
import { fields } from '../actions/keyboard';

/** Unfold what is around a field, and put the focus in it. */
export async function focusField(name: string): Promise<void> {
  let found: Element | null = null;
  for (let at = name; at !== '' && !found; at = at.slice(0, Math.max(0, at.lastIndexOf('.'))))
    found = document.querySelector(`[data-field="${CSS.escape(at)}"]`);
  const folds: VscodeCollapsible[] = [];
  for (let fold = found?.closest('vscode-collapsible'); fold; fold = fold.parentElement?.closest('vscode-collapsible'))
    folds.push(fold);
  for (const fold of folds) fold.open = true;
  // What is folded away cannot take the focus, and the toolkit draws a little later.
  await Promise.all(folds.map(({ updateComplete }) => updateComplete));
  found?.scrollIntoView({ block: 'nearest' });
  found?.querySelector<HTMLElement>(`${fields}, vscode-button, button`)?.focus();
}
