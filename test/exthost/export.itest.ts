import * as assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
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

describe('the export of a CloudFormation template', () => {
  it('fetches the CDK where it is missing, and writes the template', async function () {
    this.timeout(240_000);
    const cache = await mkdtemp(path.join(tmpdir(), 'dataweir-cache-'));
    process.env.DATAWEIR_CACHE = cache;
    try {
      const design = vscode.Uri.joinPath(folder(), 'cafe-clickstream.pipeline.json');
      const target = vscode.Uri.joinPath(folder(), 'cafe.template.json');
      const written = await vscode.commands.executeCommand('dataweir.exportCloudFormation', design, target);
      assert.equal(String(written), String(target));
      const { Resources } = JSON.parse(await read(target)) as { Resources: Record<string, { Type: string }> };
      assert.ok(Object.values(Resources).some(({ Type }) => Type === 'AWS::KinesisFirehose::DeliveryStream'));
      await vscode.workspace.fs.delete(target);
    } finally {
      delete process.env.DATAWEIR_CACHE;
      await rm(cache, { recursive: true, force: true });
    }
  });
});

describe('the Well-Architected review', () => {
  it('is written as a web page that needs nothing else, or as Markdown, with the severities of the team', async () => {
    const design = vscode.Uri.joinPath(folder(), 'cafe-clickstream.pipeline.json');
    const settings = vscode.Uri.joinPath(folder(), '.dataweirrc.json');
    const page = vscode.Uri.joinPath(folder(), 'review.html');
    const text = vscode.Uri.joinPath(folder(), 'review.md');
    try {
      await vscode.commands.executeCommand('dataweir.report', design, page);
      const html = await read(page);
      assert.match(html, /<h1>Café clickstream<\/h1>/);
      assert.match(html, /href="data:image\/svg\+xml;base64,/);
      assert.doesNotMatch(html, /<script|<link|src=/);
      await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{ "rules": { "cost": "off" } }'));
      await vscode.commands.executeCommand('dataweir.report', design, text);
      assert.match(await read(text), /^# Well-Architected review: Café clickstream\n/);
    } finally {
      for (const file of [page, text, settings])
        await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
    }
  });
});
