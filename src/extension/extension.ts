import * as vscode from 'vscode';
import { commands } from './_generated/commands';
import { CanvasEditor } from './canvas/canvas-editor';
import { CanvasRegistry } from './canvas/registry';
import type { Command } from './command';
import type { Host } from './host';
import { canvasViewType, languageId } from './names';
import { isEditableScheme } from './schemes';
import { ServerControl } from './server/control';
import { FindingsStore } from './server/findings-store';

let server: ServerControl | undefined;

/** Registers and returns. Everything else is loaded when it is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  const host: Host = {
    context,
    log: vscode.window.createOutputChannel('Dataweir', { log: true }),
    canvases: new CanvasRegistry(),
    findings: new FindingsStore(),
    server: new ServerControl(),
  };
  server = host.server;
  context.subscriptions.push(
    host.log,
    host.findings,
    vscode.window.registerCustomEditorProvider(canvasViewType, new CanvasEditor(host), {
      supportsMultipleEditorsPerDocument: true,
    }),
    ...(commands as readonly Command[]).map((command) =>
      vscode.commands.registerCommand(command.id, (...given: unknown[]) => run(host, command, given)),
    ),
    vscode.workspace.onDidOpenTextDocument((document) => startServerFor(host, document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => host.findings.delete(uri.toString())),
  );
  setImmediate(() => {
    for (const document of vscode.workspace.textDocuments) startServerFor(host, document);
  });
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function startServerFor(host: Host, { languageId: language, uri }: vscode.TextDocument): void {
  if (language !== languageId || !isEditableScheme(uri.scheme)) return;
  host.server.start(host).catch((error: unknown) => report(host, error, 'The language server could not be started.'));
}

async function run(host: Host, command: Command, given: readonly unknown[]): Promise<unknown> {
  try {
    const module = await command.run();
    return await module.run(host, ...given);
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    report(host, error, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** One message for people; the log has the rest. */
function report(host: Host, error: unknown, message: string): void {
  host.log.error(error instanceof Error ? error : String(error));
  const show = 'Show Log';
  void vscode.window.showErrorMessage(`Dataweir: ${message}`, show).then((chosen) => {
    if (chosen === show) host.log.show();
  });
}
