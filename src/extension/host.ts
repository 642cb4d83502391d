import type * as vscode from 'vscode';
import type { CanvasRegistry } from './canvas/registry';
import type { ServerControl } from './server/control';
import type { FindingsStore } from './server/findings-store';

/** What the parts of the extension share. Light: no part of it loads more than the editor's own API. */
export interface Host {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly canvases: CanvasRegistry;
  readonly findings: FindingsStore;
  readonly server: ServerControl;
}
