import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Generated files by path from the project's root. */
export type Outputs = Map<string, string>;

/** Writes what differs and names it. */
export function writeOutputs(root: string, outputs: Outputs): string[] {
  const changed = staleOutputs(root, outputs);
  for (const file of changed) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), outputs.get(file)!);
  }
  return changed;
}

/** The files whose committed content is not what would be generated now. */
export function staleOutputs(root: string, outputs: Outputs): string[] {
  return [...outputs]
    .filter(
      ([file, content]) =>
        !existsSync(path.join(root, file)) || readFileSync(path.join(root, file), 'utf8') !== content,
    )
    .map(([file]) => file);
}

/** Folders in which everything is generated. */
const generatedFolders = [
  'docs/rules',
  'src/services/_generated',
  'src/connections/_generated',
  'src/lint/_generated',
] as const;

/** Files that nothing generates any more, such as the page of a rule that is gone. */
export function orphans(root: string, outputs: Outputs): string[] {
  return generatedFolders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .filter((file) => !outputs.has(file)),
  );
}

/** Deletes the orphans and names them. */
export function removeOrphans(root: string, outputs: Outputs): string[] {
  const gone = orphans(root, outputs);
  for (const file of gone) rmSync(path.join(root, file));
  return gone;
}
