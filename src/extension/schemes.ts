/** Kinds of places a design can be edited in. Others, such as a revision in git, are shown and not changed. */
const editable: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-userdata']);

export const editableSchemes: readonly string[] = [...editable];

export function isEditableScheme(scheme: string): boolean {
  return editable.has(scheme);
}
