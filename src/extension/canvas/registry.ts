import type * as vscode from 'vscode';
import type { ElementRef } from '../../model/edit';
import type { canvasCommands } from '../../protocol/canvas';

/** An open canvas, as commands reach it. */
export interface OpenCanvas {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  command(name: (typeof canvasCommands)[number]): void;
  reveal(element: ElementRef): void;
}

/** The canvases that are open now. */
export class CanvasRegistry {
  readonly #open = new Set<OpenCanvas>();

  add(canvas: OpenCanvas): vscode.Disposable {
    this.#open.add(canvas);
    return { dispose: () => this.#open.delete(canvas) };
  }

  /** The canvas in front, if one is. */
  active(): OpenCanvas | undefined {
    return [...this.#open].find(({ panel }) => panel.active);
  }

  of(uri: vscode.Uri): readonly OpenCanvas[] {
    return [...this.#open].filter(({ document }) => document.uri.toString() === uri.toString());
  }
}
