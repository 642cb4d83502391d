import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SeverityOf } from '../lint/settings';
import { findingsPublished } from '../protocol/server';
import type { Designs } from './designs';
import { toDiagnostics, toFindingsMessage, tooLong } from './diagnostics';
import type { ClientOptions } from './options';

/** Quiet time after a keystroke before the design is checked. */
const quietMs = 100;
/** A design whose check takes longer than the quiet time waits as long as that took, up to this. */
const longestQuietMs = 1000;

export interface CheckerHost {
  readonly connection: Connection;
  readonly designs: Designs;
  readonly options: () => ClientOptions;
  readonly severitiesFor: (uri: string) => Promise<SeverityOf>;
  /** The open document as it is now; undefined when it has been closed. */
  readonly find: (uri: string) => TextDocument | undefined;
}

/** Checks open designs and publishes what was found, each for the version it belongs to. */
export class Checker {
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #tookMs = new Map<string, number>();
  readonly #reported = new Set<string>();

  constructor(readonly host: CheckerHost) {}

  /** Right away for a file just opened or other settings; for one being typed in, once the keyboard rests. */
  schedule(uri: string, when: 'now' | 'when-quiet'): void {
    const delayMs = when === 'now' ? 0 : Math.min(Math.max(quietMs, this.#tookMs.get(uri) ?? 0), longestQuietMs);
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        void this.#check(uri).catch((error: unknown) => this.host.connection.console.error(describe(error)));
      }, delayMs),
    );
  }

  close(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#tookMs.delete(uri);
    this.host.designs.close(uri);
    void this.host.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #check(uri: string): Promise<void> {
    const severityOf = await this.host.severitiesFor(uri);
    const source = this.host.find(uri);
    // A keystroke that came meanwhile has scheduled a check of its own.
    if (!source || this.#waiting.has(uri)) return;
    const { connection, designs } = this.host;
    const { findings, rulePages } = this.host.options();
    const { version } = source;
    const startedAt = performance.now();
    const design = designs.parse(source);
    if (!design) {
      await connection.sendDiagnostics({ uri, version, diagnostics: [tooLong(source)] });
      return;
    }
    const result = designs.lint(design, severityOf);
    this.#tookMs.set(uri, performance.now() - startedAt);
    for (const { rule, error } of result.broken) {
      if (this.#reported.has(rule)) continue;
      this.#reported.add(rule);
      connection.console.error(`The rule ${rule} is broken: ${describe(error)}`);
    }
    await connection.sendDiagnostics({ uri, version, diagnostics: toDiagnostics(design, result, rulePages) });
    if (findings)
      await connection.sendNotification(findingsPublished.method, { uri, ...toFindingsMessage(design, result) });
  }
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
