import * as vscode from 'vscode';
import { type PipelineDocument, parseDocument } from '../../model/document';
import { type Edit, type ElementRef, toTextEdits } from '../../model/edit';
import {
  applyEdits,
  canvasCommand,
  type canvasCommands,
  canvasReady,
  changeHistory,
  documentChanged,
  documentOpened,
  findingsChanged,
  openLink,
  openRule,
  readClipboard,
  revealElement,
  revealText,
  runCommand,
  settingsChanged,
  writeClipboard,
} from '../../protocol/canvas';
import { Channel, fail, type Transport } from '../../protocol/channel';
import { kinds } from '../../services/catalog';
import { commands } from '../_generated/commands';
import type { Command } from '../command';
import type { Host } from '../host';
import { offsetEdits } from './offset-edits';
import type { OpenCanvas } from './registry';
import { showElementText } from './show-text';

const toFrontMs = 3000;

type Outcome = { outcome: 'applied'; version: number } | { outcome: 'stale' };

/** One canvas and the document it shows: passes changes both ways, and decides nothing. */
export class CanvasSession implements OpenCanvas {
  readonly #channel: Channel;
  readonly #disposables: vscode.Disposable[] = [];
  #text: string;
  #version: number;
  #parsed: PipelineDocument | undefined;
  /** Whether the canvas listens; a hidden one is gone, and says so again when it comes back. */
  #ready = false;
  #edits: Promise<unknown> = Promise.resolve();

  constructor(
    readonly host: Host,
    readonly document: vscode.TextDocument,
    readonly panel: vscode.WebviewPanel,
    transport: Transport,
    readonly options: { readonly readOnly: boolean },
  ) {
    this.#text = document.getText();
    this.#version = document.version;
    this.#channel = new Channel(transport, {
      onError: (error) => host.log.error(error instanceof Error ? error : String(error)),
    });
    this.#answer();
    this.#disposables.push(
      host.canvases.add(this),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === this.document) this.#changed(event);
      }),
      host.findings.onDidChange((uri) => {
        if (uri === this.document.uri.toString()) this.#sendFindings();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('dataweir.canvas')) this.#sendSettings();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#sendSettings()),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#ready = false;
      }),
    );
  }

  command(name: (typeof canvasCommands)[number]): void {
    this.#channel.notify(canvasCommand, { command: name });
  }

  reveal(element: ElementRef): void {
    this.#channel.notify(revealElement, { element });
  }

  dispose(): void {
    this.#channel.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #answer(): void {
    const channel = this.#channel;
    channel.onNotification(canvasReady, () => this.#open());
    channel.onRequest(applyEdits, ({ baseVersion, edits }) => {
      const result = this.#edits.then(() => this.#apply(baseVersion, edits));
      this.#edits = result.catch(() => undefined);
      return result;
    });
    channel.onNotification(changeHistory, ({ direction }) => this.#run(() => this.#changeHistory(direction)));
    channel.onRequest(writeClipboard, async ({ text }) => {
      await vscode.env.clipboard.writeText(text);
      return null;
    });
    channel.onRequest(readClipboard, async () => ({ text: await vscode.env.clipboard.readText() }));
    channel.onNotification(revealText, (place) =>
      this.#run(() => showElementText(this.document, this.#parse(), place)),
    );
    channel.onNotification(openRule, ({ rule }) =>
      this.#run(() => vscode.commands.executeCommand('dataweir.showRule', rule)),
    );
    channel.onNotification(openLink, ({ url }) => this.#run(() => openHttps(url)));
    channel.onNotification(runCommand, ({ command }) => this.#run(() => this.#runCommand(command)));
  }

  /** What a canvas asks for without waiting for an answer can still fail; nobody else would say so. */
  #run(action: () => PromiseLike<unknown> | unknown): void {
    Promise.resolve()
      .then(action)
      .catch((error: unknown) => this.host.log.error(error instanceof Error ? error : String(error)));
  }

  #open(): void {
    this.#ready = true;
    this.#text = this.document.getText();
    this.#version = this.document.version;
    this.#sendSettings();
    this.#channel.notify(documentOpened, {
      version: this.#version,
      text: this.#text,
      fileName: this.document.uri.path.slice(this.document.uri.path.lastIndexOf('/') + 1),
      readOnly: this.options.readOnly,
    });
    this.#sendFindings();
  }

  #changed({ contentChanges }: vscode.TextDocumentChangeEvent): void {
    const { version } = this.document;
    // Saving and the dirty mark come as events without changes.
    if (version === this.#version && contentChanges.length === 0) return;
    const text = this.document.getText();
    const [before, baseVersion] = [this.#text, this.#version];
    this.#text = text;
    this.#version = version;
    if (!this.#ready) return;
    this.#channel.notify(documentChanged, { baseVersion, version, edits: offsetEdits(before, contentChanges, text) });
  }

  async #apply(baseVersion: number, edits: readonly Edit[]): Promise<Outcome> {
    if (this.options.readOnly) fail('document.read-only', 'This document cannot be changed here.');
    if (this.document.version !== baseVersion) return { outcome: 'stale' };
    const parsed = this.#parse();
    if (!parsed.readable)
      fail('document.unreadable', 'The text does not parse. Mend it before changing the design here.');
    const textEdits = toTextEdits(parsed, edits);
    if (textEdits.length === 0) return { outcome: 'applied', version: baseVersion };
    const change = new vscode.WorkspaceEdit();
    for (const { offset, length, text } of textEdits) {
      const range = new vscode.Range(this.document.positionAt(offset), this.document.positionAt(offset + length));
      change.replace(this.document.uri, range, text);
    }
    // VS Code refuses the edit when the document moved on while it was under way.
    const applied = await vscode.workspace.applyEdit(change);
    return applied ? { outcome: 'applied', version: this.document.version } : { outcome: 'stale' };
  }

  #parse(): PipelineDocument {
    this.#parsed = parseDocument(this.document.getText(), kinds, this.#parsed);
    return this.#parsed;
  }

  async #changeHistory(direction: 'undo' | 'redo'): Promise<void> {
    await this.#comeToFront();
    await vscode.commands.executeCommand(direction);
  }

  /**
   * Commands act on the editor in front. A click into a canvas brings it there, but what the click asks for may be known
   * here first; run then, undo would be that of another document.
   */
  #comeToFront(): Promise<void> {
    if (this.panel.active) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        watching.dispose();
        end();
      };
      const late = new Error('VS Code did not bring the canvas to the front.');
      const timer = setTimeout(() => settle(() => reject(late)), toFrontMs);
      const watching = this.panel.onDidChangeViewState(() => {
        if (this.panel.active) settle(resolve);
      });
      // Without its column it would be moved to that of the editor in front.
      this.panel.reveal(this.panel.viewColumn);
    });
  }

  async #runCommand(id: string): Promise<void> {
    const allowed = (commands as readonly Command[]).some((command) => command.id === id && command.fromCanvas);
    if (!allowed) throw new Error(`The canvas may not run ${JSON.stringify(id)}.`);
    await this.#comeToFront();
    await vscode.commands.executeCommand(id);
  }

  #sendSettings(): void {
    if (!this.#ready) return;
    const neutralIcons =
      vscode.workspace.getConfiguration('dataweir.canvas', this.document.uri).get('neutralIcons') === true;
    this.#channel.notify(settingsChanged, { neutralIcons, trusted: vscode.workspace.isTrusted });
  }

  #sendFindings(): void {
    const findings = this.host.findings.get(this.document.uri.toString());
    if (this.#ready && findings) this.#channel.notify(findingsChanged, findings);
  }
}

async function openHttps(url: string): Promise<void> {
  const uri = vscode.Uri.parse(url, true);
  if (uri.scheme !== 'https') throw new Error(`Only https addresses are opened, and ${JSON.stringify(url)} is none.`);
  await vscode.env.openExternal(uri);
}
