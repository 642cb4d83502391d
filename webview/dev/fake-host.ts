import type * as z from 'zod';
import { type PipelineDocument, parseDocument } from '../../src/model/document';
import { toTextEdits } from '../../src/model/edit';
import { applyTextEdits, diffTexts, type TextEdit } from '../../src/model/text-edit';
import {
  applyEdits,
  canvasCommand,
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
} from '../../src/protocol/canvas';
import { Channel, fail } from '../../src/protocol/channel';
import type { FindingMessage } from '../../src/protocol/finding';
import { kinds } from '../../src/services/catalog';
import { largeDesign } from './graph';

/**
 * The host of the canvas, in a page: the same protocol over a document in memory, for trying the canvas in a browser
 * and for the benchmarks. Options come by the address: `?theme=dark&nodes=200&file=<template>&findings=1&readonly=1`.
 */
const options = new URLSearchParams(location.search);

const themes = {
  dark: ['vscode-dark'],
  light: ['vscode-light'],
  'hc-dark': ['vscode-high-contrast'],
  'hc-light': ['vscode-high-contrast', 'vscode-high-contrast-light'],
} as const;

type ApplyResult = z.output<typeof applyEdits.result>;

class FakeHost {
  text: string;
  version = 1;
  readonly sent: { readonly method: string; readonly params: unknown }[] = [];
  /** Answer that many writes with `stale`, as if somebody had typed. */
  stale = 0;
  /** How long a write takes. */
  delayMs = 0;
  clipboard = '';
  writes = 0;
  #undo: string[] = [];
  #redo: string[] = [];
  #document: PipelineDocument;
  readonly #receivers = new Set<(message: unknown) => void>();
  readonly #channel: Channel;

  constructor(text: string) {
    this.text = text;
    this.#document = parseDocument(text, kinds);
    const transport = {
      post: (message: unknown) => window.postMessage(message),
      listen: (receive: (message: unknown) => void) => {
        this.#receivers.add(receive);
        return () => void this.#receivers.delete(receive);
      },
    };
    this.#channel = new Channel(transport, { onError: (error) => console.error('fake host:', error) });
    const channel = this.#channel;
    channel.onNotification(canvasReady, () => this.open());
    channel.onRequest(applyEdits, async ({ baseVersion, edits }): Promise<ApplyResult> => {
      if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
      if (options.has('readonly')) fail('document.read-only', 'This document is read-only.');
      if (!this.#document.readable) fail('document.unreadable', 'The text does not parse.');
      if (this.stale > 0) {
        this.stale--;
        this.edit(`${this.text} `);
        return { outcome: 'stale' };
      }
      if (baseVersion !== this.version) return { outcome: 'stale' };
      const changes = toTextEdits(this.#document, edits);
      this.writes++;
      if (changes.length > 0) {
        this.#undo.push(this.text);
        this.#redo = [];
        this.#change(changes);
      }
      return { outcome: 'applied', version: this.version };
    });
    channel.onNotification(changeHistory, ({ direction }) => {
      const [from, to] = direction === 'undo' ? [this.#undo, this.#redo] : [this.#redo, this.#undo];
      const text = from.pop();
      if (text === undefined) return;
      to.push(this.text);
      this.edit(text);
    });
    channel.onRequest(writeClipboard, ({ text: copied }) => {
      this.clipboard = copied;
      return null;
    });
    channel.onRequest(readClipboard, () => ({ text: this.clipboard }));
    const note = (method: string) => (params: unknown) => void this.sent.push({ method, params });
    channel.onNotification(revealText, note('revealText'));
    channel.onNotification(openRule, note('openRule'));
    channel.onNotification(openLink, note('openLink'));
    channel.onNotification(runCommand, note('runCommand'));
  }

  receive(message: unknown): void {
    for (const receive of this.#receivers) receive(message);
  }

  open(): void {
    this.#channel.notify(documentOpened, {
      version: this.version,
      text: this.text,
      fileName: `${options.get('file') ?? 'cafe-clickstream'}.pipeline.json`,
      readOnly: options.has('readonly'),
    });
    this.#channel.notify(settingsChanged, { neutralIcons: options.has('neutral'), trusted: true });
    this.publish();
  }

  /** Somebody else changes the text: the text editor, git. */
  edit(text: string): void {
    const edit = diffTexts(this.text, text);
    if (edit) this.#change([edit]);
  }

  command(command: z.output<typeof canvasCommand.params>['command']): void {
    this.#channel.notify(canvasCommand, { command });
  }

  reveal(element: z.output<typeof revealElement.params>['element']): void {
    this.#channel.notify(revealElement, { element });
  }

  publish(): void {
    if (!options.has('findings')) return;
    this.#channel.notify(findingsChanged, {
      version: this.version,
      findings: sampleFindings(this.#document),
      problems: this.#document.problems.map(({ code, severity, message, path, span }) => ({
        code,
        severity,
        message,
        path: [...path],
        line: this.#document.lines.position(span.offset).line + 1,
      })),
      waiting: [],
    });
  }

  #change(edits: readonly TextEdit[]): void {
    this.text = applyTextEdits(this.text, edits);
    this.#document = parseDocument(this.text, kinds, this.#document);
    const baseVersion = this.version++;
    this.#channel.notify(documentChanged, { baseVersion, version: this.version, edits: [...edits] });
    this.publish();
  }
}

/** Findings of every severity on what the design has, so that each look of a badge can be seen. */
function sampleFindings({ value }: PipelineDocument): FindingMessage[] {
  const found: FindingMessage[] = [];
  value.nodes.forEach(({ id, kind, config, encryption }, index) => {
    if (kind === 's3' && config?.versioning !== 'enabled') {
      found.push({
        rule: 'reliability/s3-versioning-off',
        severity: 'warning',
        byDefault: config?.versioning === undefined,
        message: `Versioning is off, so an overwritten or deleted object cannot be brought back.`,
        element: id,
        list: 'nodes',
        path: ['nodes', index, 'config', 'versioning'],
        fixes: [
          {
            title: 'Turn versioning on',
            kind: 'quickfix',
            edits: [{ op: 'set', element: { list: 'nodes', id }, path: ['config', 'versioning'], value: 'enabled' }],
          },
        ],
      });
    }
    if (kind === 'firehose') {
      found.push({
        rule: 'performance/firehose-buffer-too-small',
        severity: 'error',
        byDefault: false,
        message: 'A buffer of 5 MB writes 17,280 small files a day; queries on them are slow and dear.',
        element: id,
        list: 'nodes',
        path: ['nodes', index, 'config', 'bufferMB'],
        fixes: [
          {
            title: 'Buffer 128 MB',
            kind: 'quickfix',
            edits: [{ op: 'set', element: { list: 'nodes', id }, path: ['config', 'bufferMB'], value: 128 }],
          },
        ],
      });
    }
    if (encryption === undefined && index % 2 === 1) {
      found.push({
        rule: 'security/encryption-not-stated',
        severity: 'info',
        byDefault: true,
        message: 'How it is encrypted at rest is not stated.',
        element: id,
        list: 'nodes',
        path: ['nodes', index],
        fixes: [],
      });
    }
  });
  const edge = value.edges[1];
  if (edge)
    found.push({
      rule: 'security/edge-not-encrypted',
      severity: 'warning',
      byDefault: true,
      message: 'Whether this hop is encrypted is not stated.',
      element: edge.id,
      list: 'edges',
      path: ['edges', 1],
      fixes: [
        {
          title: 'Say that it is encrypted',
          kind: 'quickfix',
          edits: [{ op: 'set', element: { list: 'edges', id: edge.id }, path: ['encrypted'], value: true }],
        },
      ],
    });
  found.push({
    rule: 'operations/no-owner',
    severity: 'hint',
    byDefault: false,
    message: 'Nobody is named who answers for this design.',
    element: null,
    list: 'design',
    path: [],
    fixes: [],
  });
  return found;
}

function setTheme(theme: string): void {
  document.body.className = (themes[theme as keyof typeof themes] ?? themes.dark).join(' ');
  document.documentElement.dataset.theme = theme;
}

async function firstText(): Promise<string> {
  const nodes = Number(options.get('nodes'));
  if (nodes > 0) return largeDesign(nodes);
  if (options.has('empty')) return '{\n  "version": 1,\n  "name": "empty"\n}\n';
  return (await fetch(`/templates/${options.get('file') ?? 'cafe-clickstream'}.pipeline.json`)).text();
}

setTheme(options.get('theme') ?? 'dark');
const stateKey = `canvas-state ${location.search}`;
const host = new FakeHost(await firstText());
Object.assign(window, {
  devHost: host,
  setTheme,
  acquireVsCodeApi: () => ({
    postMessage: (message: unknown) => host.receive(structuredClone(message)),
    getState: () => JSON.parse(sessionStorage.getItem(stateKey) ?? 'null') as unknown,
    setState: (state: unknown) => sessionStorage.setItem(stateKey, JSON.stringify(state)),
  }),
});

// The canvas looks for the host as soon as it is loaded.
const canvasScript = document.createElement('script');
canvasScript.type = 'module';
canvasScript.nonce = 'dev';
canvasScript.src = '/webview/canvas.js';
document.head.append(canvasScript);
