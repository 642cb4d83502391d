import * as vscode from 'vscode';
import { Channel } from '../../protocol/channel';
import { chooseTemplate } from '../../protocol/gallery';
import { palette } from '../../services/_generated/palette';
import type { Host } from '../host';
import { WebviewTransport } from '../webview-transport';
import { type GalleryEntry, galleryPage } from './gallery-page';

const kinds = new Map(palette.map((entry) => [entry.kind, entry]));
let open: vscode.WebviewPanel | undefined;

/** Shows the templates in an editor tab; one is enough. `choose` says whether a design came of it: then the tab goes. */
export function showGallery(
  host: Host,
  entries: readonly GalleryEntry[],
  choose: (id: string) => Thenable<unknown>,
): void {
  if (open) {
    open.reveal();
    return;
  }
  const folder = vscode.Uri.joinPath(host.context.extensionUri, 'dist', 'webview');
  const panel = vscode.window.createWebviewPanel('dataweir.gallery', 'New Pipeline', vscode.ViewColumn.Active, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [folder],
  });
  open = panel;
  const { webview } = panel;
  const channel = new Channel(new WebviewTransport(webview), { onError: (error) => host.log.error(String(error)) });
  channel.onNotification(chooseTemplate, ({ id }) => {
    void choose(id).then((made) => {
      if (made) panel.dispose();
    });
  });
  panel.onDidDispose(() => {
    channel.dispose();
    open = undefined;
  });
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  webview.html = galleryPage(entries, {
    cspSource: webview.cspSource,
    nonce: crypto.randomUUID(),
    script: address('gallery.js'),
    style: address('gallery.css'),
    codicons: address('codicon.css'),
    icons: `${address('icons')}/`,
    neutralIcons: vscode.workspace.getConfiguration('dataweir.canvas').get('neutralIcons') === true,
    kinds,
  });
}
