import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { findingsPublished } from '../../protocol/server';
import type { Host } from '../host';
import { languageId } from '../names';
import { editableSchemes } from '../schemes';
import type { RunningServer } from './control';

/** The client of the language server, which runs in a process of its own. */
export async function startLanguageClient(host: Host): Promise<RunningServer> {
  const { extensionUri } = host.context;
  const run = { module: vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath, transport: TransportKind.ipc };
  const serverOptions: ServerOptions = { run, debug: run };
  const clientOptions: LanguageClientOptions = {
    documentSelector: editableSchemes.map((scheme) => ({ scheme, language: languageId })),
    outputChannel: host.log,
    initializationOptions: {
      findings: true,
      commands: true,
      rulePages: vscode.Uri.joinPath(extensionUri, 'docs', 'rules').toString(),
    },
  };
  const client = new LanguageClient('dataweir', 'Dataweir', serverOptions, clientOptions);
  client.onNotification(findingsPublished.method, (params: unknown) => {
    const parsed = findingsPublished.params.safeParse(params);
    if (!parsed.success) {
      host.log.error(parsed.error);
      return;
    }
    const { uri, ...findings } = parsed.data;
    // The server writes addresses its own way; documents are known by VS Code's.
    host.findings.set(vscode.Uri.parse(uri).toString(), findings);
  });
  await client.start();
  return {
    restart: () => client.restart(),
    stop: () => client.dispose(),
  };
}
