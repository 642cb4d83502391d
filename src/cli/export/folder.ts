import { lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A path that leads out of the folder, by a link or by its steps, or that meets something that is no file. */
export class UnsafePath extends Error {
  override readonly name = 'UnsafePath';
}

/**
 * A folder that files are written into, and nothing beside it. Links within it are not followed: one that somebody put
 * there, or that came with a checkout, could lead anywhere.
 */
export class Folder {
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
  }

  /** The folder itself may be reached through links: it is what the user named. */
  static open(folder: string): Folder {
    mkdirSync(folder, { recursive: true });
    return new Folder(realpathSync(folder));
  }

  /** Content of a file, undefined when there is none. @throws UnsafePath */
  read(file: string): string | undefined {
    const target = this.#resolve(file);
    return target.kind === 'file' ? readFileSync(target.path, 'utf8') : undefined;
  }

  /** @throws UnsafePath */
  write(file: string, content: string): void {
    const target = this.#resolve(file);
    mkdirSync(path.dirname(target.path), { recursive: true });
    writeFileSync(target.path, content);
  }

  /** @throws UnsafePath */
  delete(file: string): void {
    rmSync(this.#resolve(file).path, { force: true });
  }

  /** Looks at every step, so that no folder on the way is a link. */
  #resolve(file: string): { path: string; kind: 'file' | 'nothing' } {
    const steps = file.split('/');
    if (
      path.isAbsolute(file) ||
      steps.some((step) => step === '' || step === '.' || step === '..' || step.includes('\\'))
    )
      throw new UnsafePath(`${file}: is not a path within the folder.`);
    let current = this.#root;
    for (const [index, step] of steps.entries()) {
      current = path.join(current, step);
      const stat = lstatSync(current, { throwIfNoEntry: false });
      if (!stat) return { path: path.join(this.#root, ...steps), kind: 'nothing' };
      if (stat.isSymbolicLink()) throw new UnsafePath(`${file}: is a link, or lies behind one; it is not followed.`);
      const last = index === steps.length - 1;
      if (last ? !stat.isFile() : !stat.isDirectory())
        throw new UnsafePath(
          `${file}: ${last ? 'something that is no file' : 'something that is no folder'} is in its place.`,
        );
    }
    return { path: current, kind: 'file' };
  }
}
