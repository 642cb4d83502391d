import { type ExportedFile, manifestPath } from './files';
import { sha256 } from './sha256';

/**
 * What an export does to a folder.
 *
 * `write`: the file is new, or is as we last wrote it. `keep`: it is the user's, or already right. `write-new`: somebody
 * edited a generated file: it stays, and ours goes beside it as `<path>.new`. `delete`: a generated file that no element
 * of the design needs any more, and nobody edited. `abandon`: the same, but edited: it stays and is the user's from now on.
 */
export type ExportAction =
  | { readonly action: 'write'; readonly path: string; readonly content: string }
  | { readonly action: 'keep'; readonly path: string; readonly why: 'yours' | 'up-to-date' }
  | { readonly action: 'write-new'; readonly path: string; readonly newPath: string; readonly content: string }
  | { readonly action: 'delete'; readonly path: string }
  | { readonly action: 'abandon'; readonly path: string };

export interface ExportPlan {
  /** In the order to carry them out: sorted by path, the manifest last. */
  readonly actions: readonly ExportAction[];
  /** Generated files that somebody edited: the export counts as a refused overwrite when there are any. */
  readonly conflicts: readonly string[];
}

/**
 * The paths whose present content `planExport` needs, the manifest among them.
 * @param manifest content of `manifestPath` in the folder, undefined when there is none.
 */
export function pathsToRead(files: ReadonlyMap<string, ExportedFile>, manifest: string | undefined): string[] {
  return [...new Set([manifestPath, ...files.keys(), ...readManifest(manifest).keys()])].sort();
}

/**
 * Decide what to write, keep and delete. Never overwrites a byte that a person typed.
 * @param files the export.
 * @param existing content of those of `pathsToRead` that exist.
 */
export function planExport(
  files: ReadonlyMap<string, ExportedFile>,
  existing: ReadonlyMap<string, string>,
): ExportPlan {
  const written = readManifest(existing.get(manifestPath));
  const actions: ExportAction[] = [];
  const conflicts: string[] = [];
  for (const path of [...new Set([...files.keys(), ...written.keys()])].sort()) {
    const file = files.get(path);
    const present = existing.get(path);
    const untouched = present !== undefined && sha256(present) === written.get(path);
    if (!file) {
      if (present !== undefined) actions.push({ action: untouched ? 'delete' : 'abandon', path });
    } else if (present === undefined) actions.push({ action: 'write', path, content: file.content });
    else if (file.ownership === 'once') actions.push({ action: 'keep', path, why: 'yours' });
    else if (present === file.content) actions.push({ action: 'keep', path, why: 'up-to-date' });
    else if (untouched) actions.push({ action: 'write', path, content: file.content });
    else {
      conflicts.push(path);
      actions.push({ action: 'write-new', path, newPath: `${path}.new`, content: file.content });
    }
  }
  const manifest = printManifest(files);
  actions.push(
    existing.get(manifestPath) === manifest
      ? { action: 'keep', path: manifestPath, why: 'up-to-date' }
      : { action: 'write', path: manifestPath, content: manifest },
  );
  return { actions, conflicts };
}

/** Hashes of the generated files as this export has them. */
function printManifest(files: ReadonlyMap<string, ExportedFile>): string {
  const generated = [...files]
    .filter(([, { ownership }]) => ownership === 'generated')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(generated.map(([path, { content }]) => [path, sha256(content)])) }, null, 2)}\n`;
}

/** Hash by path. A manifest that is damaged, or names files outside the folder, vouches for nothing. */
function readManifest(text: string | undefined): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? '');
  } catch {
    return hashes;
  }
  const { files } = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as { files?: unknown };
  if (typeof files !== 'object' || files === null) return hashes;
  for (const [path, hash] of Object.entries(files)) {
    if (typeof hash === 'string' && isInside(path)) hashes.set(path, hash);
  }
  return hashes;
}

const isInside = (path: string): boolean =>
  path !== manifestPath &&
  /^[\w.@-]+(\/[\w.@-]+)*$/.test(path) &&
  !path.split('/').some((step) => step === '.' || step === '..');
