import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of this package, with `templates/` and `docs/`: above `dist/` when installed, above `src/` in a checkout. */
export function packageRoot(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && /"name":\s*"dataweir"/.test(readFileSync(manifest, 'utf8'))) return folder;
    if (folder === path.dirname(folder)) throw new Error('The package that this command belongs to is not complete.');
  }
}

export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return 'unknown';
  return String(manifest.version);
}
