import type { Host } from '../host';

/** A running language client. */
export interface RunningServer {
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the language server with the first design, and not before. */
export class ServerControl {
  #running: Promise<RunningServer> | undefined;

  start(host: Host): Promise<RunningServer> {
    this.#running ??= import('./language-client').then((module) => module.startLanguageClient(host));
    return this.#running;
  }

  async stop(): Promise<void> {
    const running = await this.#running?.catch(() => undefined);
    this.#running = undefined;
    await running?.stop();
  }
}
