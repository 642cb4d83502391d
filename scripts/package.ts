import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { buildAll } from './build';
import { root, vsix } from './paths';

/** Beyond this the package has swallowed something that it should not hold. */
const maxBytes = 10_000_000;

/**
 * Packs `dist/` and what it reads at run time into `dist/dataweir.vsix`; the build must be fresh. What goes in is the
 * `files` list of package.json, which npm follows as well.
 */
export async function packageExtension(): Promise<void> {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  // The templates hold the skeleton of an exported project, whose sources belong there.
  const ours = files.filter((file) => !file.startsWith('templates/'));
  const strays = ours.filter((file) => /\.(map|tsx?|vsix)$|(^|\/)(node_modules|src|test|meta)\//.test(file));
  if (strays.length > 0) throw new Error(`The package would hold files that do not belong in it: ${strays.join(', ')}`);
  await rm(vsix, { force: true });
  await createVSIX({
    cwd: root,
    packagePath: vsix,
    // Everything is bundled.
    dependencies: false,
    allowMissingRepository: true,
    // The pictures of the README are in the package.
    rewriteRelativeLinks: false,
  });
  const { size } = await stat(vsix);
  if (size > maxBytes) throw new Error(`The package is ${size} bytes; at most ${maxBytes} are allowed.`);
  console.log(`Packaged ${files.length} files, ${(size / 1_000_000).toFixed(1)} MB: ${path.relative(root, vsix)}`);
}

/** `--built`: the build is fresh already. */
async function main(): Promise<void> {
  if (!process.argv.includes('--built')) await buildAll();
  await packageExtension();
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
