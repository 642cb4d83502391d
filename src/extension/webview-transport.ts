import type * as vscode from 'vscode';
import type { Transport } from '../protocol/channel';

/**
 * Messages of a webview. Listens from the start and keeps what arrives until somebody takes it: the other end of the
 * channel is loaded while the webview is loading, and either may be first.
 */
export class WebviewTransport implements Transport {
  readonly #early: unknown[] = [];
  readonly #subscription: vscode.Disposable;
  #receive: ((message: unknown) => void) | undefined;

  constructor(readonly webview: vscode.Webview) {
    this.#subscription = webview.onDidReceiveMessage((message: unknown) => {
      if (this.#receive) this.#receive(message);
      else this.#early.push(message);
    });
  }

  post(message: unknown): void {
    void this.webview.postMessage(message);
  }

  listen(receive: (message: unknown) => void): () => void {
    this.#receive = receive;
    for (const message of this.#early.splice(0)) receive(message);
    return () => this.#subscription.dispose();
  }
}
