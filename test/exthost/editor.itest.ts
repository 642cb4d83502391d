import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/extension/_generated/commands';
import { bucketDesign, closeAll, codesOf, eventually, folder, lifecycleRule, read, tabsOf, write } from './support';

describe('the canvas as an editor', () => {
  afterEach(closeAll);

  it('is what a pipeline opens in, without a change to the file', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'cafe-clickstream.pipeline.json');
    const before = await read(uri);
    await vscode.commands.executeCommand('vscode.open', uri);
    await eventually('a canvas', () => tabsOf(uri).includes('canvas'));
    const document = await eventually('the document', () =>
      vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString()),
    );
    assert.equal(document.languageId, 'dataweir-pipeline');
    assert.equal(document.isDirty, false);
    assert.equal(document.version, 1);
    assert.equal(await read(uri), before);
  });

  it('brings the diagnostics of the file along', async () => {
    const uri = await write(bucketDesign);
    await vscode.commands.executeCommand('vscode.open', uri);
    await eventually('the finding', () => codesOf(uri).includes(lifecycleRule));
  });

  it('changes places with the text, in one tab', async () => {
    const uri = await write(bucketDesign);
    await vscode.commands.executeCommand('vscode.open', uri);
    await eventually('a canvas', () => tabsOf(uri).join() === 'canvas');
    await eventually('the text', async () => {
      // The canvas may not have arrived yet: then the command changes nothing.
      if (tabsOf(uri).join() === 'canvas') await vscode.commands.executeCommand('dataweir.toggleCanvas');
      return tabsOf(uri).join() === 'text';
    });
    await vscode.commands.executeCommand('dataweir.toggleCanvas');
    await eventually('the canvas again', () => tabsOf(uri).join() === 'canvas');
  });

  it('stands beside the text', async () => {
    const uri = await write(bucketDesign);
    await vscode.commands.executeCommand('vscode.open', uri);
    await eventually('a canvas', () => tabsOf(uri).join() === 'canvas');
    await eventually('the text beside', async () => {
      await vscode.commands.executeCommand('dataweir.openTextBeside', uri);
      return tabsOf(uri).toSorted().join() === 'canvas,text';
    });
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.Two);
  });

  it('opens a file that is not JSON, and a file of another version control as text', async () => {
    const broken = await write('{ "version": 1, oops');
    await vscode.commands.executeCommand('vscode.open', broken);
    await eventually('the problem', () => codesOf(broken).includes('document.not-json'));
    const associations =
      vscode.workspace.getConfiguration('workbench').get<Record<string, string>>('editorAssociations') ?? {};
    assert.equal(associations['{git,gitlens,conflictResolution}:/**/*.pipeline.json'], 'default');
  });

  it('registers every command of the manifest', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commands.map(({ id }) => id).filter((id) => !registered.has(id)),
      [],
    );
  });

  it('takes a text edit and its undo to the same bytes', async () => {
    const uri = await write(bucketDesign);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(1, 2), '// one\n  ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.notEqual(document.getText(), bucketDesign);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), bucketDesign);
    assert.equal(document.isDirty, false);
  });
});
