import type { ELK, ElkNode } from 'elkjs/lib/elk-api';

/**
 * ELK in a worker of its own. The script is fetched and started from a blob, because a webview may not start a worker
 * from the extension's files.
 */
export class Layouter {
  #running: { stop: () => void } | undefined;
  #script: Promise<string> | undefined;

  constructor(readonly scriptUrl: string) {}

  /** Ends a layout that is running: its promise resolves to undefined. */
  cancel(): void {
    this.#running?.stop();
  }

  /** @returns the graph with coordinates, or undefined when it was cancelled. */
  async layout(graph: ElkNode): Promise<ElkNode | undefined> {
    this.cancel();
    let stop = (): void => undefined;
    const cancelled = new Promise<undefined>((resolve) => {
      stop = () => resolve(undefined);
    });
    const running = { stop };
    this.#running = running;
    let engine: ELK | undefined;
    try {
      this.#script ??= fetchScript(this.scriptUrl);
      const source = await Promise.race([this.#script, cancelled]);
      if (source === undefined) return undefined;
      const { default: Engine } = await import('elkjs/lib/elk-api');
      engine = new Engine({ workerFactory: () => startWorker(source) });
      return await Promise.race([engine.layout(graph), cancelled]);
    } catch (error) {
      this.#script = undefined;
      throw error;
    } finally {
      engine?.terminateWorker();
      if (this.#running === running) this.#running = undefined;
    }
  }
}

async function fetchScript(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The layout engine could not be loaded (${response.status}).`);
  return response.text();
}

function startWorker(source: string): Worker {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(url);
  // The worker has read the script once it starts to answer; the address is of no more use then.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
