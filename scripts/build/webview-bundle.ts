import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, context, type Metafile } from 'esbuild';
import type { Bundled, BundleOptions } from './node-bundles';

/** A page for a browser, as `<name>.js` and `<name>.css`: ES modules, so that what is imported lazily is fetched lazily. */
export async function bundlePage(
  name: string,
  entry: string,
  options: BundleOptions,
  watch?: (metafile: Metafile) => void,
): Promise<Bundled> {
  const settings = {
    absWorkingDir: options.root,
    entryPoints: { [name]: entry },
    outdir: options.outdir,
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    // The Chromium of VS Code 1.100.
    target: 'chrome132',
    jsx: 'automatic',
    legalComments: 'none',
    charset: 'utf8',
    minify: !options.dev,
    sourcemap: options.dev ? 'inline' : false,
    define: { 'process.env.NODE_ENV': JSON.stringify(options.dev ? 'development' : 'production') },
    metafile: true,
    logLevel: 'warning',
  } satisfies BuildOptions;

  if (!watch) return { metafile: (await build(settings)).metafile };
  let first: Metafile | undefined;
  const watching = await context({
    ...settings,
    plugins: [
      {
        name: 'report',
        setup: ({ onEnd }) =>
          onEnd((result) => {
            if (result.errors.length > 0 || !result.metafile) return;
            first ??= result.metafile;
            watch(result.metafile);
          }),
      },
    ],
  });
  await watching.rebuild().catch(() => undefined);
  await watching.watch();
  return { metafile: first ?? { inputs: {}, outputs: {} }, stop: () => watching.dispose() };
}

/**
 * What the canvas loads besides its own script: the layout worker as its authors built it (bundling it again makes it
 * slower to load), the icon font of VS Code, and one architecture icon per service.
 */
export async function copyWebviewAssets(root: string, outdir: string): Promise<void> {
  const icons = path.join(outdir, 'icons');
  await mkdir(icons, { recursive: true });
  await cp(path.join(root, 'node_modules/elkjs/lib/elk-worker.min.js'), path.join(outdir, 'elk-worker.js'));
  for (const file of ['codicon.css', 'codicon.ttf']) {
    await cp(path.join(root, 'node_modules/@vscode/codicons/dist', file), path.join(outdir, file));
  }
  const services = path.join(root, 'src/services');
  for (const kind of existsSync(services) ? await readdir(services) : []) {
    const icon = path.join(services, kind, 'icon.svg');
    if (existsSync(icon)) await cp(icon, path.join(icons, `${kind}.svg`));
  }
}
