import * as vscode from 'vscode';
import type { FindingsMessage } from '../../protocol/finding';

/** What the language server last said of each open design, by address. */
export class FindingsStore {
  readonly #last = new Map<string, FindingsMessage>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly onDidChange = this.#changed.event;

  get(uri: string): FindingsMessage | undefined {
    return this.#last.get(uri);
  }

  set(uri: string, findings: FindingsMessage): void {
    this.#last.set(uri, findings);
    this.#changed.fire(uri);
  }

  delete(uri: string): void {
    this.#last.delete(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
