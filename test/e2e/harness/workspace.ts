import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/paths';
import { type Theme, themes } from '../pages/workbench';

/** A folder of a scenario's own, gone when it ends. */
export class Workspace {
  readonly folder: string;
  readonly #temporary: string;

  private constructor(temporary: string, name: string) {
    this.#temporary = temporary;
    this.folder = path.join(temporary, name);
  }

  /** @param files text by name; a name may hold folders. @param name of the folder, as the window shows it. */
  static async create(files: Readonly<Record<string, string>>, name = 'café'): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(path.join(os.tmpdir(), 'dataweir-workspace-')), name);
    for (const [name, text] of Object.entries(files)) await workspace.write(name, text);
    return workspace;
  }

  read(name: string): Promise<string> {
    return readFile(path.join(this.folder, name), 'utf8');
  }

  /** Also while the window is open, as another program would. */
  async write(name: string, text: string): Promise<void> {
    const file = path.join(this.folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** Changes a setting for this folder only; an open window takes it up by itself. */
  async setSetting(name: string, value: unknown): Promise<void> {
    const file = '.vscode/settings.json';
    const settings: unknown = JSON.parse(await this.read(file).catch(() => '{}'));
    await this.write(file, JSON.stringify({ ...(settings as object), [name]: value }, null, 2));
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.setSetting('workbench.colorTheme', themes[theme].setting);
  }

  async remove(): Promise<void> {
    await rm(this.#temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** A starter pipeline, as `dataweir new` would write it. */
export function template(id: string): Promise<string> {
  return readFile(path.join(root, 'templates', `${id}.pipeline.json`), 'utf8');
}
