import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
