import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Metafile } from 'esbuild';
import { exceededBudgets } from './build/budgets';
import { type Bundled, type BundleOptions, bundleForNode, type NodeBundle } from './build/node-bundles';
import { bundlePage, copyWebviewAssets } from './build/webview-bundle';
import { dist, root } from './paths';

/**
 * Everything that runs outside the checkout, into `dist/`:
 *
 *   extension.js  the extension host's part; `extension/` holds what it loads on demand
 *   server.js     the language server, a process of its own
 *   cli.js        the `dataweir` command; `shared/` holds what it and the server have in common, or load on demand
 *   webview/      the canvas and the gallery of templates
 *   meta/         esbuild's account of each bundle; checked by the size budgets, not packaged
 */
const nodeBundles: readonly NodeBundle[] = [
  { name: 'extension', entries: { extension: 'src/extension/extension.ts' }, chunks: 'extension' },
  {
    name: 'node',
    entries: { server: 'src/server/node.ts', cli: 'src/cli/main.ts' },
    chunks: 'shared',
    executables: ['cli'],
  },
];
/** Each a bundle of its own: what one page needs is not split off the other. */
const pages: Readonly<Record<string, string>> = { canvas: 'webview/main.tsx', gallery: 'webview/gallery/main.ts' };

export interface BuildRequest {
  /** Readable output with source maps, for debugging. */
  readonly dev?: boolean;
  /** Leave out entry points that do not exist instead of failing. */
  readonly partial?: boolean;
  /** Keep running and build again whenever a source file changes. */
  readonly watch?: boolean;
}

/** @returns one stop function per watched bundle; none after a single build. Fails when a source does not compile. */
export async function buildAll(request: BuildRequest = {}): Promise<readonly (() => Promise<void>)[]> {
  const options: BundleOptions = { root, outdir: dist, dev: request.dev ?? false };
  const webviewOptions: BundleOptions = { ...options, outdir: path.join(dist, 'webview') };
  const present = (entry: string) => isPresent(entry, request.partial ?? false);
  const startedAt = performance.now();
  await clean();
  await copyWebviewAssets(root, webviewOptions.outdir);

  const jobs: Promise<Bundled>[] = [];
  const start = (name: string, bundle: (watch?: (metafile: Metafile) => void) => Promise<Bundled>) => {
    const finish = async (metafile: Metafile) => {
      await writeMetafile(name, metafile);
      report(name, metafile);
    };
    jobs.push(
      request.watch
        ? bundle((metafile) => void finish(metafile))
        : bundle().then(async (bundled) => {
            await finish(bundled.metafile);
            return bundled;
          }),
    );
  };
  for (const bundle of nodeBundles) {
    const entries = Object.fromEntries(Object.entries(bundle.entries).filter(([, entry]) => present(entry)));
    if (Object.keys(entries).length > 0)
      start(bundle.name, (watch) => bundleForNode({ ...bundle, entries }, options, watch));
  }
  for (const [name, entry] of Object.entries(pages))
    if (present(entry)) start(name, (watch) => bundlePage(name, entry, webviewOptions, watch));

  const finished = await Promise.all(jobs);
  // Readable output is several times larger, and never shipped.
  const exceeded = request.dev ? [] : finished.flatMap(({ metafile }) => exceededBudgets(metafile));
  if (exceeded.length > 0) throw new Error(exceeded.join('\n'));
  if (!request.watch) console.log(`Built in ${Math.round(performance.now() - startedAt)} ms.`);
  return finished.flatMap(({ stop }) => (stop ? [stop] : []));
}

function isPresent(entry: string, partial: boolean): boolean {
  if (existsSync(path.join(root, entry))) return true;
  if (!partial) throw new Error(`${entry} does not exist, so dist/ would be incomplete.`);
  console.log(`left out: ${entry} does not exist yet`);
  return false;
}

/** A packaged extension left by an earlier run stays: it is replaced by packaging, not by building. */
async function clean(): Promise<void> {
  await mkdir(path.join(dist, 'meta'), { recursive: true });
  for (const stale of ['extension', 'shared', 'webview', 'extension.js', 'server.js', 'cli.js']) {
    await rm(path.join(dist, stale), { recursive: true, force: true });
  }
}

async function writeMetafile(name: string, metafile: Metafile): Promise<void> {
  await writeFile(path.join(dist, 'meta', `${name}.json`), JSON.stringify(metafile));
}

function report(name: string, metafile: Metafile): void {
  const outputs = Object.entries(metafile.outputs);
  // What is loaded on demand lies in a folder of its own, or carries a hash.
  const entries = outputs.filter(([file]) => /^dist\/(webview\/)?\w+\.(js|css)$/.test(file));
  const sizes = entries.map(([file, { bytes }]) => `${file} ${kilobytes(bytes)}`).join(', ');
  const others = outputs.length - entries.length;
  console.log(`${name}: ${sizes}${others > 0 ? ` and ${others} more files` : ''}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { dev: { type: 'boolean' }, partial: { type: 'boolean' }, watch: { type: 'boolean' } },
  });
  const stops = await buildAll(values);
  if (!values.watch) return;
  console.log('Watching; Ctrl+C ends it.');
  process.once('SIGINT', () => void Promise.all(stops.map((stop) => stop())).then(() => process.exit(0)));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    // esbuild has printed the errors of the sources already.
    const failed = error instanceof Error && 'errors' in error;
    console.error(failed ? 'The build failed.' : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
