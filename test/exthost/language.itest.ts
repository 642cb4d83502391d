import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bucketDesign, closeAll, codesOf, eventually, lifecycleRule, write } from './support';

async function openText(text = bucketDesign): Promise<vscode.TextDocument> {
  const uri = await write(text);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await eventually('diagnostics', () => codesOf(uri).length > 0);
  return document;
}

function positionOf(document: vscode.TextDocument, text: string, into = 1): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `"${text}" is in the text`);
  return document.positionAt(offset + into);
}

async function actionsOn(
  document: vscode.TextDocument,
  code: string,
): Promise<{ diagnostic: vscode.Diagnostic; actions: vscode.CodeAction[] }> {
  const diagnostic = vscode.languages
    .getDiagnostics(document.uri)
    .find((candidate) => (candidate.code as { value?: string }).value === code)!;
  assert.ok(diagnostic, `${code} was reported`);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
  );
  return { diagnostic, actions };
}

describe('the language server in the editor', () => {
  afterEach(closeAll);

  it('links a finding to its page, which exists', async () => {
    const document = await openText();
    const { diagnostic } = await actionsOn(document, lifecycleRule);
    const { target } = diagnostic.code as { target: vscode.Uri };
    assert.match(target.path, /\/docs\/rules\/cost\/s3-lifecycle-missing\.md$/);
    await vscode.workspace.fs.stat(target);
    assert.equal(diagnostic.source, 'Dataweir');
  });

  it('fixes a finding in one undo step and keeps the comments', async () => {
    const document = await openText();
    const { actions } = await actionsOn(document, lifecycleRule);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(fix?.title, 'Add a lifecycle rule: STANDARD_IA after 40 days and gone after 400 days');
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    await eventually('the finding to go', () => !codesOf(document.uri).includes(lifecycleRule));
    assert.match(document.getText(), /\/\/ Kept as it is\.[\s\S]*"expireDays": 400/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), bucketDesign);
    await eventually('the finding to return', () => codesOf(document.uri).includes(lifecycleRule));
  });

  it('suppresses a finding and puts the cursor into the reason', async () => {
    const document = await openText();
    const { actions } = await actionsOn(document, lifecycleRule);
    const suppress = actions.find(({ title }) => title.startsWith(`Suppress ${lifecycleRule}`))!;
    assert.ok(await vscode.workspace.applyEdit(suppress.edit!));
    await vscode.commands.executeCommand(suppress.command!.command, ...(suppress.command!.arguments ?? []));
    const editor = vscode.window.activeTextEditor!;
    const around = new vscode.Range(editor.selection.start.translate(0, -11), editor.selection.end.translate(0, 1));
    assert.equal(document.getText(around), '"reason": ""');
    await eventually('the finding to go', () => !codesOf(document.uri).includes(lifecycleRule));
  });

  it('fixes all by command', async () => {
    const document = await openText();
    await vscode.commands.executeCommand('dataweir.fixAll');
    await eventually('the finding to go', () => !codesOf(document.uri).includes(lifecycleRule));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), bucketDesign);
  });

  it('hovers, completes, outlines, follows and renames', async () => {
    const document = await openText();
    const { uri } = document;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      positionOf(document, '"firehose"', 3),
    );
    assert.match(
      hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join(),
      /Firehose/,
    );

    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      positionOf(document, '"to": "raw"', 7),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('"delivery"') && labels.includes('"raw"'), labels.join());

    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['data', 'nodes', 'edges'],
    );

    const [definition] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      uri,
      positionOf(document, '"to": "raw"', 8),
    );
    assert.equal(document.getText(definition!.range), 'raw');

    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      positionOf(document, '"id": "raw"', 8),
      'landing',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText().match(/"landing"/g)?.length, 2);
    await assert.rejects(
      async () =>
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          uri,
          positionOf(document, '"id": "landing"', 8),
          'delivery',
        ),
      /already the id/,
    );
  });

  it('takes severities from the settings', async () => {
    const document = await openText();
    const settings = vscode.workspace.getConfiguration('dataweir', document.uri);
    try {
      await settings.update('rules', { [lifecycleRule]: 'off' }, vscode.ConfigurationTarget.Workspace);
      await eventually('the finding to go', () => !codesOf(document.uri).includes(lifecycleRule));
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('the finding to return', () => codesOf(document.uri).includes(lifecycleRule));
  });

  it('takes severities from the settings file of the team, and sees it come and go', async () => {
    const document = await openText();
    const settings = vscode.Uri.joinPath(document.uri, '..', '.dataweirrc.json');
    try {
      await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{ "rules": { "cost": "off" } }'));
      await eventually('the finding to go', () => !codesOf(document.uri).includes(lifecycleRule));
    } finally {
      await vscode.workspace.fs.delete(settings);
    }
    await eventually('the finding to return', () => codesOf(document.uri).includes(lifecycleRule));
  });

  it('comes back after a restart', async () => {
    const document = await openText();
    await vscode.commands.executeCommand('dataweir.restartServer');
    await eventually('diagnostics again', () => codesOf(document.uri).includes(lifecycleRule));
  });

  it('opens the page of a rule, and of nothing else', async () => {
    await vscode.commands.executeCommand('dataweir.showRule', lifecycleRule);
    await eventually('the page', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('s3-lifecycle-missing'),
    );
    await vscode.commands.executeCommand('dataweir.showRule', '../../package');
    assert.ok(!vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label.includes('package')));
  });
});
