import * as vscode from 'vscode';
import type { Host } from '../host';
import { isEditableScheme } from '../schemes';
import { WebviewTransport } from '../webview-transport';
import { canvasPage } from './page';

/** The canvas as an editor of `*.pipeline.json`. The text document stays VS Code's: saving, undo and hot exit are its own. */
export class CanvasEditor implements vscode.CustomTextEditorProvider {
  constructor(readonly host: Host) {}

  async resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    const { webview } = panel;
    const folder = vscode.Uri.joinPath(this.host.context.extensionUri, 'dist', 'webview');
    const transport = new WebviewTransport(webview);
    const address = (...path: string[]): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(folder, ...path)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = canvasPage({
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID(),
      script: address('canvas.js'),
      style: address('canvas.css'),
      codicons: address('codicon.css'),
      icons: `${address('icons')}/`,
      layoutWorker: address('elk-worker.js'),
    });
    const { CanvasSession } = await import('./canvas-session');
    const writable =
      isEditableScheme(document.uri.scheme) && vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
    const session = new CanvasSession(this.host, document, panel, transport, { readOnly: !writable });
    panel.onDidDispose(() => session.dispose());
  }
}
