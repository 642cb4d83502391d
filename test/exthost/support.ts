import * as vscode from 'vscode';

/** Asks again until there is an answer; fails with `what` after a while. */
export async function eventually<T>(what: string, read: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    const value = await read();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > until) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (!first) throw new Error('The suite runs in a folder');
  return first.uri;
}

let files = 0;
/** Each test file has a copy of this module, and VS Code remembers the undo history of a path. */
const run = Math.random().toString(36).slice(2, 8);

/** A new file in the workspace. */
export async function write(text: string, stem = 'design'): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), `${stem}-${run}-${++files}.pipeline.json`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Drops every editor, and with them every change that was not saved. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isUntitled) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The tabs of a file, by the editor they hold. */
export function tabsOf(uri: vscode.Uri): ('canvas' | 'text')[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }): ('canvas' | 'text')[] => {
      if (input instanceof vscode.TabInputCustom)
        return input.viewType === 'dataweir.canvas' && same(input.uri, uri) ? ['canvas'] : [];
      return input instanceof vscode.TabInputText && same(input.uri, uri) ? ['text'] : [];
    });
}

export const same = (a: vscode.Uri, b: vscode.Uri): boolean => a.toString() === b.toString();

export function codesOf(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

export const lifecycleRule = 'cost/s3-lifecycle-missing';

/** A bucket without a lifecycle: one finding with a quick fix, among others. */
export const bucketDesign = `{
  // Kept as it is.
  "version": 1,
  "name": "lake",
  "data": [{ "id": "clicks", "totalGB": 500, "retentionDays": 400, "hotDays": 40 }],
  "nodes": [
    { "id": "delivery", "kind": "firehose", "label": "Delivery", "position": { "x": 0, "y": 0 } },
    { "id": "raw", "kind": "s3", "label": "Raw clicks", "position": { "x": 240, "y": 0 }, "data": ["clicks"] }
  ],
  "edges": [
    { "id": "land", "from": "delivery", "to": "raw", "data": "clicks" }
  ]
}
`;
