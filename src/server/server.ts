import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { matrix } from '../connections/matrix';
import { toPlainText } from '../kit/markdown';
import { rules } from '../lint/rules';
import { noSettings, parseRuleSettings, type RuleSettings, type SeverityOf, severityFrom } from '../lint/settings';
import { settingsFileName } from '../lint/settings-file';
import { printCanonical } from '../model/canonical';
import { diffTexts } from '../model/text-edit';
import { kinds } from '../services/catalog';
import { Checker } from './checker';
import { codeActions, fixAllKind } from './code-actions';
import type { Completer } from './completion';
import { type Design, Designs, type Knowledge } from './designs';
import { hoverAt } from './hover';
import { type ClientOptions, clientOptions } from './options';
import { lspEdits, rangeOf, workspaceEdit } from './ranges';
import { rename, renameTarget } from './rename';
import { declarationOf, idAt, placesOf } from './symbol-at';
import { documentSymbols } from './symbols';
import { teamSettings } from './team-settings';

/** What only the door that runs the server can know. */
export interface ServerHost {
  /** Today as `YYYY-MM-DD`. */
  today(): string;
  /** Text of the file at an address; undefined when there is none, or none that can be read from here. Rejects when it is there and cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

/** The language server behind a connection, whatever carries it. Call `connection.listen()` afterwards. */
export function createServer(connection: Connection, host: ServerHost): void {
  const knowledge: Knowledge = { kinds, rules, matrix, today: () => host.today() };
  const designs = new Designs(knowledge);
  const documents = new TextDocuments(TextDocument);
  const severities = new Map<string, Promise<SeverityOf>>();
  let options: ClientOptions = clientOptions({ processId: null, rootUri: null, capabilities: {} });
  let pushed: RuleSettings | undefined;
  let completer: Promise<Completer> | undefined;

  const checker = new Checker({
    connection,
    designs,
    options: () => options,
    severitiesFor,
    find: (uri) => documents.get(uri),
  });

  /** Those of the file that the team keeps beside its designs, then those of the person at the editor. */
  function severitiesFor(uri: string): Promise<SeverityOf> {
    let known = severities.get(uri);
    if (!known) {
      known = Promise.all([
        teamSettings({ read: (address) => host.read(address), onProblem }, uri),
        ownSettings(uri),
      ]).then(([team, own]) => severityFrom([...team, own]));
      severities.set(uri, known);
    }
    return known;
  }

  function onProblem(address: string, problem: string): void {
    connection.console.warn(`${address}:${problem}`);
  }

  async function ownSettings(uri: string): Promise<RuleSettings> {
    if (!options.pullsConfiguration) return pushed ?? options.rules;
    return connection.workspace.getConfiguration({ scopeUri: uri, section: 'dataweir.rules' }).then(
      (value) => parseRuleSettings(value),
      () => noSettings,
    );
  }

  function settingsChanged(): void {
    severities.clear();
    for (const { uri } of documents.all()) checker.schedule(uri, 'now');
  }

  function open(uri: string): Design | undefined {
    const source = documents.get(uri);
    return source && designs.parse(source);
  }

  connection.onInitialize((params) => {
    options = clientOptions(params);
    return {
      serverInfo: { name: 'Dataweir' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['"', ':'] },
        documentSymbolProvider: { label: 'Dataweir' },
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        foldingRangeProvider: true,
        documentFormattingProvider: true,
      },
    };
  });

  connection.onInitialized(() => {
    if (options.watchesConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'dataweir' });
    }
    if (options.watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/${settingsFileName}` }],
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings: given }: { settings?: unknown }) => {
    const section = (given as { dataweir?: { rules?: unknown } } | null | undefined)?.dataweir;
    if (section && typeof section === 'object') pushed = parseRuleSettings(section.rules);
    settingsChanged();
  });
  connection.onDidChangeWatchedFiles(settingsChanged);

  const opened = new Set<string>();
  documents.onDidChangeContent(({ document: { uri } }) => {
    // Comes for the opening, too: what was just opened is checked right away.
    checker.schedule(uri, opened.has(uri) ? 'when-quiet' : 'now');
    opened.add(uri);
  });
  documents.onDidClose(({ document }) => {
    opened.delete(document.uri);
    severities.delete(document.uri);
    checker.close(document.uri);
  });

  connection.onCodeAction(async (params) => {
    const chosen = await severitiesFor(params.textDocument.uri);
    const design = open(params.textDocument.uri);
    return design ? codeActions(design, designs.lint(design, chosen), params, options) : [];
  });

  connection.onHover(({ textDocument, position }) => {
    const design = open(textDocument.uri);
    const found = design && hoverAt(design.document, knowledge, design.source.offsetAt(position), options.rulePages);
    if (!found) return null;
    const contents = options.markdown
      ? { kind: MarkupKind.Markdown, value: found.markdown }
      : { kind: MarkupKind.PlainText, value: toPlainText(found.markdown) };
    return { contents, range: rangeOf(design.source, found.span) };
  });

  connection.onCompletion(async ({ textDocument, position }, token) => {
    completer ??= import('./completion').then((module) => new module.Completer(knowledge));
    const ready = await completer;
    const design = open(textDocument.uri);
    return design && !token.isCancellationRequested ? ready.complete(design, design.source.offsetAt(position)) : null;
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const design = open(textDocument.uri);
    return design ? documentSymbols(design, knowledge) : [];
  });

  connection.onDefinition(({ textDocument, position }) => {
    const design = open(textDocument.uri);
    const target = design && idAt(design.document, kinds, design.source.offsetAt(position));
    const span = target && declarationOf(design.document, target);
    return span ? { uri: textDocument.uri, range: rangeOf(design.source, span) } : null;
  });

  connection.onReferences(({ textDocument, position, context }) => {
    const design = open(textDocument.uri);
    const target = design && idAt(design.document, kinds, design.source.offsetAt(position));
    if (!target) return [];
    const declaration = declarationOf(design.document, target);
    return placesOf(design.document, knowledge.kinds, target)
      .filter(({ offset }) => context.includeDeclaration || offset !== declaration?.offset)
      .map((span) => ({ uri: textDocument.uri, range: rangeOf(design.source, span) }));
  });

  connection.onPrepareRename(({ textDocument, position }) => {
    const design = open(textDocument.uri);
    if (!design) return null;
    const target = renameTarget(design, knowledge, design.source.offsetAt(position));
    if ('refused' in target) return new ResponseError(LSPErrorCodes.RequestFailed, target.refused);
    return { range: rangeOf(design.source, target.span), placeholder: target.id };
  });

  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const design = open(textDocument.uri);
    if (!design) return null;
    const edits = rename(design, knowledge, design.source.offsetAt(position), newName);
    if ('refused' in edits) return new ResponseError(LSPErrorCodes.RequestFailed, edits.refused);
    return workspaceEdit(design.source, edits, options.versionedEdits);
  });

  connection.onDocumentFormatting(({ textDocument }) => {
    const design = open(textDocument.uri);
    if (!design?.document.readable) return null;
    const change = diffTexts(design.document.text, printCanonical(design.document));
    return change ? lspEdits(design.source, [change]) : [];
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const { foldingRanges } = await import('./folding');
    const source = documents.get(textDocument.uri);
    return source ? foldingRanges(source) : [];
  });

  documents.listen(connection);
}
