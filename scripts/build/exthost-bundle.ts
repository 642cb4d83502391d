import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { distTest, root } from '../paths';

/** Bundles the Mocha suite that runs inside an extension host. @returns the entry to hand to VS Code. */
export async function bundleExtensionHostSuite(): Promise<string> {
  const source = path.join(root, 'test/exthost');
  const outdir = path.join(distTest, 'exthost');
  const suites = (await readdir(source)).filter((file) => file.endsWith('.itest.ts'));
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...suites].map((file) => path.join(source, file)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.js');
}
