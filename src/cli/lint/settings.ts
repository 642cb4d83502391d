import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../lint/rules';
import { type SeverityOf, severityFrom } from '../../lint/settings';
import { parseSettingsFile, type ReadSettings, settingsFileName, settingsFor } from '../../lint/settings-file';
import { fileFailure } from '../input';

interface Found extends ReadSettings {
  readonly folder: string;
}

/** Reads the settings files beside and above designs, each once. */
export class TeamSettings {
  readonly #byFolder = new Map<string, Found | undefined>();
  readonly #problems: string[] = [];

  constructor(readonly cwd: string) {}

  /** What is wrong with the files that were read: one line each. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  severitiesFor(design: string): SeverityOf {
    const found = this.#find(path.dirname(design));
    if (!found) return severityFrom([]);
    return severityFrom(settingsFor(found.file, path.relative(found.folder, design).replaceAll(path.sep, '/')));
  }

  /** The nearest one, in `folder` or above. */
  #find(folder: string): Found | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const parent = path.dirname(folder);
    const found = this.#read(folder) ?? (parent === folder ? undefined : this.#find(parent));
    this.#byFolder.set(folder, found);
    return found;
  }

  #read(folder: string): Found | undefined {
    const file = path.join(folder, settingsFileName);
    const shown = path.relative(this.cwd, file).replaceAll(path.sep, '/') || file;
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.#problems.push(`${shown}: ${fileFailure(error)}`);
      return undefined;
    }
    const read = parseSettingsFile(
      text,
      rules.map(({ id }) => id),
    );
    this.#problems.push(...read.problems.map((problem) => `${shown}:${problem}`));
    return { ...read, folder };
  }
}
