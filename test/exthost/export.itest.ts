import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { exportApp, writeApp } from '../../src/extension/actions/export-app';
import { folder, read } from './support';

describe('the export of a CDK app', () => {
  it('writes the app, nothing the second time, and keeps what people edited', async () => {
    const template = await read(vscode.Uri.joinPath(folder(), 'cafe-clickstream.pipeline.json'));
    const app = exportApp(template);
    assert.equal(app.outcome, 'exported');
    const target = vscode.Uri.joinPath(folder(), 'cafe-cdk');
    const first = await writeApp(app.files, target);
    assert.equal(first.written, app.files.size + 1);
    assert.deepEqual(await writeApp(app.files, target), { written: 0, conflicts: [] });

    const [generated] = [...app.files].find(([, { ownership }]) => ownership === 'generated')!;
    const file = vscode.Uri.joinPath(target, generated);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('mine'));
    const third = await writeApp(app.files, target);
    assert.deepEqual(third.conflicts, [generated]);
    assert.equal(await read(file), 'mine');
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(target, `${generated}.new`));
    await vscode.workspace.fs.delete(target, { recursive: true });
  });

  it('is refused with the errors of the design', () => {
    const app = exportApp('{ "version": 1, "name": "n", "edges": [{ "id": "e", "from": "a", "to": "b" }] }');
    assert.equal(app.outcome, 'refused');
    assert.ok(app.refusals.some(({ rule }) => rule === 'graph/dangling-edge'));
    assert.equal(exportApp('{ oops').outcome, 'refused');
  });
});
