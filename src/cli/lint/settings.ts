import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type SeverityOf, severityFrom } from '../../lint/settings';
import { nodeHost } from '../../server/node-host';
import { teamSettings } from '../../server/team-settings';

/** The settings files beside and above designs, each read once. */
export class TeamSettings {
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #problems = new Set<string>();

  constructor(readonly cwd: string) {}

  /** What is wrong with the files that were read: one line each. */
  get problems(): readonly string[] {
    return [...this.#problems];
  }

  async severitiesFor(design: string): Promise<SeverityOf> {
    const reader = {
      read: (uri: string) => this.#read(uri),
      onProblem: (uri: string, problem: string) => {
        const file = path.relative(this.cwd, fileURLToPath(uri)).replaceAll(path.sep, '/');
        this.#problems.add(`${file}:${problem}`);
      },
    };
    return severityFrom(await teamSettings(reader, pathToFileURL(design).href));
  }

  #read(uri: string): Promise<string | undefined> {
    const known = this.#texts.get(uri) ?? nodeHost.read(uri);
    this.#texts.set(uri, known);
    return known;
  }
}
