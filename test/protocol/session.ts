import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pillars } from '../../src/kit/rule';
import type { FindingsMessage } from '../../src/protocol/finding';

/** The rules these tests are about. Others come and go, and none of them concerns the protocol. */
export const noRules: Readonly<Record<string, string>> = Object.fromEntries(pillars.map((pillar) => [pillar, 'off']));
export const onlyTestedRules: Readonly<Record<string, string>> = {
  ...noRules,
  'cost/s3-lifecycle-missing': 'warning',
  'graph/dangling-edge': 'error',
};

const root = path.resolve(__dirname, '../..');

/** A client that talks to the real server, a process of its own, over its standard streams. */
export class Session {
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #listeners = new Set<() => void>();
  readonly findings: (FindingsMessage & { uri: string })[] = [];
  /** Answer to `workspace/configuration`: the severities of rules. */
  rules: unknown = onlyTestedRules;
  readonly logged: string[] = [];

  constructor(
    readonly server: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.set(params.uri, params);
      for (const listener of [...this.#listeners]) listener();
    });
    connection.onNotification('dataweir/findingsPublished', (params: FindingsMessage & { uri: string }) => {
      this.findings.push(params);
      for (const listener of [...this.#listeners]) listener();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => this.rules));
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
  }

  static async start(changes: Partial<InitializeParams> = {}): Promise<Session> {
    const server = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'src/server/node.ts'), '--stdio'], {
      cwd: root,
    });
    server.stderr.resume();
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const session = new Session(server, connection);
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceEdit: { documentChanges: true },
          didChangeConfiguration: { dynamicRegistration: true },
        },
        textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
      },
      initializationOptions: { findings: true, commands: true, rulePages: 'file:///pages/rules' },
      ...changes,
    } satisfies InitializeParams);
    await connection.sendNotification('initialized', {});
    return session;
  }

  open(text: string, uri = 'file:///designs/cafe.pipeline.json'): OpenFile {
    const file = new OpenFile(this, TextDocument.create(uri, 'dataweir-pipeline', 1, text));
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dataweir-pipeline', version: 1, text },
    });
    return file;
  }

  /** What was published for a version of a file; waits for it. */
  diagnostics(uri: string, version: number): Promise<Diagnostic[]> {
    return this.until(() => {
      const params = this.#published.get(uri);
      return params?.version === version ? params.diagnostics : undefined;
    });
  }

  /** The first defined answer of `read`, asked again after each message. */
  until<T>(read: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const value = read();
        if (value === undefined) return;
        this.#listeners.delete(look);
        resolve(value);
      };
      this.#listeners.add(look);
      look();
    });
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.server.once('exit', (code) => resolve(code)));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

/** A file as the client holds it. */
export class OpenFile {
  constructor(
    readonly session: Session,
    public document: TextDocument,
  ) {}

  get uri(): string {
    return this.document.uri;
  }

  get text(): string {
    return this.document.getText();
  }

  diagnostics(): Promise<Diagnostic[]> {
    return this.session.diagnostics(this.uri, this.document.version);
  }

  /** Replaces the only place of `before`, as typing would. */
  type(before: string, after: string): void {
    const offset = this.text.indexOf(before);
    if (offset === -1) throw new Error(`"${before}" is not in the text`);
    this.apply([
      {
        range: { start: this.document.positionAt(offset), end: this.document.positionAt(offset + before.length) },
        newText: after,
      },
    ]);
  }

  apply(edits: readonly TextEdit[]): void {
    // From the end, so that each range is right when its turn comes; of two at one place, the later one first.
    const contentChanges = edits
      .toReversed()
      .toSorted((a, b) => this.document.offsetAt(b.range.start) - this.document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    this.document = TextDocument.update(this.document, contentChanges, this.document.version + 1);
    void this.session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.document.version },
      contentChanges,
    });
  }

  /** Applies an edit of this file; its version must be the one held. */
  applyWorkspaceEdit(edit: WorkspaceEdit): void {
    const [change] = edit.documentChanges ?? [];
    if (!change || !('textDocument' in change)) throw new Error('The edit has no change of a document');
    if (change.textDocument.version !== this.document.version)
      throw new Error(`The edit is for version ${change.textDocument.version}`);
    this.apply(change.edits as TextEdit[]);
  }

  /** Place in the middle of the first `word` after `anchor`. */
  position(word: string, anchor = ''): Position {
    const offset = this.text.indexOf(word, this.text.indexOf(anchor));
    if (offset === -1) throw new Error(`"${word}" is not in the text`);
    return this.document.positionAt(offset + Math.floor(word.length / 2));
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.session.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  codeActions(range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', { range, context: { diagnostics: [], ...context } });
  }

  /** The characters of a range. */
  read(range: Range): string {
    return this.document.getText(range);
  }
}
