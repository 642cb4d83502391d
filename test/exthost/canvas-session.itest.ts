import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type * as z from 'zod';
import { CanvasSession } from '../../src/extension/canvas/canvas-session';
import { CanvasRegistry } from '../../src/extension/canvas/registry';
import type { Host } from '../../src/extension/host';
import { ServerControl } from '../../src/extension/server/control';
import { FindingsStore } from '../../src/extension/server/findings-store';
import type { Edit } from '../../src/model/edit';
import { applyTextEdits } from '../../src/model/text-edit';
import {
  applyEdits,
  canvasReady,
  documentChanged,
  documentOpened,
  openLink,
  revealText,
  runCommand,
} from '../../src/protocol/canvas';
import { Channel } from '../../src/protocol/channel';
import { bucketDesign, closeAll, eventually, write } from './support';

/** A canvas as the host sees it: holds the text it was told, and applies what it is told of changes. */
class FakeCanvas {
  text = '';
  version = -1;
  readOnly = false;
  changes = 0;
  readonly errors: string[] = [];
  readonly channel: Channel;
  readonly session: CanvasSession;

  constructor(document: vscode.TextDocument, options = { readOnly: false }) {
    let toHost: (message: unknown) => void = () => {};
    let toCanvas: (message: unknown) => void = () => {};
    // As a webview does: what is posted arrives later, and as a copy.
    const post = (deliver: () => (message: unknown) => void) => (message: unknown) => {
      const copy: unknown = structuredClone(message);
      setTimeout(() => deliver()(copy), 0);
    };
    const hostEnd = {
      post: post(() => toCanvas),
      listen: (receive: (message: unknown) => void) => {
        toHost = receive;
        return () => {};
      },
    };
    const canvasEnd = {
      post: post(() => toHost),
      listen: (receive: (message: unknown) => void) => {
        toCanvas = receive;
        return () => {};
      },
    };
    const panel = {
      active: true,
      visible: true,
      onDidChangeViewState: () => new vscode.Disposable(() => {}),
      reveal: () => {},
    };
    const log = { error: (error: unknown) => this.errors.push(String(error)) };
    const host = { canvases: new CanvasRegistry(), findings: new FindingsStore(), server: new ServerControl(), log };
    this.session = new CanvasSession(
      host as unknown as Host,
      document,
      panel as unknown as vscode.WebviewPanel,
      hostEnd,
      options,
    );
    this.channel = new Channel(canvasEnd, { onError: (error) => this.errors.push(String(error)) });
    this.channel.onNotification(documentOpened, ({ text, version, readOnly }) =>
      Object.assign(this, { text, version, readOnly }),
    );
    this.channel.onNotification(documentChanged, ({ baseVersion, version, edits }) => {
      assert.equal(baseVersion, this.version);
      this.text = applyTextEdits(this.text, edits);
      this.version = version;
      this.changes++;
    });
    for (const method of ['canvas/settingsChanged', 'canvas/findingsChanged']) {
      this.channel.onNotification(
        { type: 'notification', method, params: documentChanged.params.loose().partial() as z.ZodType },
        () => {},
      );
    }
    this.channel.notify(canvasReady, {});
  }

  async write(edits: Edit[], baseVersion = this.version) {
    return this.channel.request(applyEdits, { baseVersion, edits });
  }
}

const label = (text: string): Edit => ({
  op: 'set',
  element: { list: 'nodes', id: 'raw' },
  path: ['label'],
  value: text,
});
const moved = (id: string, x: number): Edit => ({
  op: 'set',
  element: { list: 'nodes', id },
  path: ['position', 'x'],
  value: x,
});

describe('a canvas and its document', () => {
  let canvas: FakeCanvas;
  let document: vscode.TextDocument;

  async function open(text = bucketDesign, options = { readOnly: false }): Promise<void> {
    document = await vscode.workspace.openTextDocument(await write(text));
    await vscode.window.showTextDocument(document);
    canvas = new FakeCanvas(document, options);
    await eventually('the document', () => canvas.version === document.version);
  }
  const inStep = (): Promise<boolean> =>
    eventually('the canvas in step', () => canvas.version === document.version && canvas.text === document.getText());

  afterEach(async () => {
    canvas.session.dispose();
    await closeAll();
  });

  it('sends the text on opening, and writes nothing', async () => {
    await open();
    assert.equal(canvas.text, bucketDesign);
    assert.equal(document.isDirty, false);
  });

  it('writes one undo step for one action, and undo restores every byte', async () => {
    await open();
    const result = await canvas.write([moved('delivery', 96), moved('raw', 480), label('Landing')]);
    assert.deepEqual(result, { outcome: 'applied', version: document.version });
    await inStep();
    assert.match(document.getText(), /"x": 96[\s\S]*"Landing"[\s\S]*"x": 480/);
    await vscode.commands.executeCommand('undo');
    await inStep();
    assert.equal(document.getText(), bucketDesign);
    await vscode.commands.executeCommand('redo');
    await inStep();
    assert.match(canvas.text, /"Landing"/);
    assert.deepEqual(canvas.errors, []);
  });

  it('refuses edits of an older version, and writes nothing', async () => {
    await open();
    const { version } = canvas;
    await canvas.write([label('First')]);
    assert.deepEqual(await canvas.write([label('Second')], version), { outcome: 'stale' });
    assert.match(document.getText(), /"First"/);
  });

  it('takes edits one after the other', async () => {
    await open();
    const { version } = canvas;
    const outcomes = await Promise.all([
      canvas.write([label('A')], version),
      canvas.write([label('B')], version),
      canvas.write([label('C')], version),
    ]);
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      ['applied', 'stale', 'stale'],
    );
    await inStep();
  });

  it('says that nothing changed when nothing did', async () => {
    await open();
    assert.deepEqual(await canvas.write([label('Raw clicks')]), { outcome: 'applied', version: document.version });
    assert.equal(document.isDirty, false);
  });

  it('follows typing, several changes at once, line ends and replacement of the whole', async () => {
    await open();
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(0, 1), ' // a');
      builder.replace(new vscode.Range(2, 0, 2, 4), '\t\t');
      builder.delete(new vscode.Range(1, 0, 2, 0));
      builder.insert(new vscode.Position(4, 0), '\n\n');
    });
    await inStep();
    await vscode.commands.executeCommand('undo');
    await inStep();
    await editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    await inStep();
    assert.match(canvas.text, /\r\n/);
    await editor.edit((builder) => builder.replace(new vscode.Range(0, 0, 99, 0), '{}'));
    await inStep();
    await vscode.commands.executeCommand('undo');
    await inStep();
    assert.deepEqual(canvas.errors, []);
  });

  it('follows the file on disk', async () => {
    await open();
    await vscode.workspace.fs.writeFile(
      document.uri,
      new TextEncoder().encode(bucketDesign.replace('Raw clicks', 'From outside')),
    );
    await eventually('the change', () => canvas.text.includes('From outside'));
    await inStep();
    assert.equal(document.isDirty, false);
  });

  it('keeps a document that does not parse as it is', async () => {
    await open('{ "version": 1, oops');
    await assert.rejects(canvas.write([label('X')]), { code: 'document.unreadable' });
    assert.equal(document.isDirty, false);
  });

  it('shows the text at the fault that keeps it from being read', async () => {
    const damaged = bucketDesign.replace('"edges": [', '"edges" [');
    await open(damaged);
    const offset = damaged.indexOf('[', damaged.indexOf('"edges"'));
    canvas.channel.notify(revealText, { offset });
    const fault = document.positionAt(offset);
    await eventually('the cursor at the fault', () =>
      vscode.window.visibleTextEditors.some(
        (editor) => editor.document === document && editor.selection.active.isEqual(fault),
      ),
    );
    assert.equal(document.isDirty, false);
  });

  it('does not write where it may not', async () => {
    await open(bucketDesign, { readOnly: true });
    assert.equal(canvas.readOnly, true);
    await assert.rejects(canvas.write([label('X')]), { code: 'document.read-only' });
  });

  it('opens only https, runs only its own commands, and survives nonsense', async () => {
    await open();
    canvas.channel.notify(openLink, { url: 'command:workbench.action.quit' });
    canvas.channel.notify(openLink, { url: 'file:///etc/passwd' });
    canvas.channel.notify(runCommand, { command: 'workbench.action.closeAllEditors' });
    canvas.channel.notify(runCommand, { command: 'dataweir.selectReason' });
    canvas.channel.transport.post('nonsense');
    canvas.channel.transport.post({
      type: 'request',
      id: 99,
      method: 'canvas/applyEdits',
      params: { baseVersion: 'x' },
    });
    await eventually('every refusal', () => canvas.errors.length >= 6);
    assert.ok(vscode.window.activeTextEditor);
    await canvas.write([label('Still here')]);
    await inStep();
  });
});
