import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type BuildOptions,
  type BuildResult,
  build,
  context,
  type Metafile,
  type OutputFile,
  type Plugin,
  transform,
} from 'esbuild';

export interface NodeBundle {
  /** Shown to people, and the name of the metafile. */
  readonly name: string;
  /** Output name, without `.js`, to source file. */
  readonly entries: Readonly<Record<string, string>>;
  /** Folder below `outdir` for whatever is loaded lazily or shared. */
  readonly chunks: string;
  /** Outputs that people run by name: they get a shebang and the executable bit. */
  readonly executables?: readonly string[];
}

export interface BundleOptions {
  readonly root: string;
  readonly outdir: string;
  readonly dev: boolean;
}

/** `stop` ends a watch; it is undefined after a single build. */
export interface Bundled {
  readonly metafile: Metafile;
  readonly stop?: () => Promise<void>;
}

/**
 * Bundles for Node as CommonJS, each `import()` in a file of its own that is read when it is first called.
 * esbuild splits only ES modules, so it runs twice: bundle and split as ES modules, then turn every file into CommonJS.
 * A module reached from two lazy ones lands in one shared file, so its state exists once.
 */
export async function bundleForNode(
  bundle: NodeBundle,
  options: BundleOptions,
  watch?: (metafile: Metafile) => void,
): Promise<Bundled> {
  const settings = {
    absWorkingDir: options.root,
    entryPoints: { ...bundle.entries },
    outdir: options.outdir,
    entryNames: '[name]',
    chunkNames: `${bundle.chunks}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The ES module build of a dependency can be tree-shaken; its CommonJS build cannot.
    mainFields: ['module', 'main'],
    external: ['vscode'],
    legalComments: 'none',
    charset: 'utf8',
    minify: !options.dev,
    sourcemap: options.dev ? 'inline' : false,
    define: { 'process.env.NODE_ENV': JSON.stringify(options.dev ? 'development' : 'production') },
    metafile: true,
    write: false,
    logLevel: 'warning',
  } satisfies BuildOptions;
  type Result = BuildResult<typeof settings>;
  const write = (result: Result) => writeAsCommonJs(result.outputFiles, result.metafile, bundle, options);

  if (!watch) {
    const result = await build(settings);
    await write(result);
    return { metafile: result.metafile };
  }
  let first: Metafile | undefined;
  const afterEachBuild: Plugin = {
    name: 'write-commonjs',
    setup: ({ onEnd }) =>
      onEnd(async (result) => {
        if (result.errors.length > 0 || !result.outputFiles || !result.metafile) return;
        await writeAsCommonJs(result.outputFiles, result.metafile, bundle, options);
        first ??= result.metafile;
        watch(result.metafile);
      }),
  };
  const watching = await context({ ...settings, plugins: [afterEachBuild] });
  await watching.rebuild().catch(() => undefined);
  await watching.watch();
  return { metafile: first ?? { inputs: {}, outputs: {} }, stop: () => watching.dispose() };
}

/** Writes the outputs and corrects their sizes in `metafile`. */
async function writeAsCommonJs(
  outputs: readonly OutputFile[],
  metafile: Metafile,
  bundle: NodeBundle,
  options: BundleOptions,
): Promise<void> {
  await rm(path.join(options.outdir, bundle.chunks), { recursive: true, force: true });
  for (const output of outputs) {
    const { code } = await transform(output.text, {
      loader: 'js',
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      // `import()` becomes a `require` put off until it is called: VS Code hands out its API through `require` only.
      supported: { 'dynamic-import': false },
      sourcefile: path.basename(output.path),
      sourcemap: options.dev ? 'inline' : false,
      minify: !options.dev,
      charset: 'utf8',
      logLevel: 'warning',
    });
    const executable = bundle.executables?.includes(path.basename(output.path, '.js')) ?? false;
    const text = executable ? `#!/usr/bin/env node\n${code}` : code;
    await mkdir(path.dirname(output.path), { recursive: true });
    await writeFile(output.path, text);
    if (executable) await chmod(output.path, 0o755);
    const entry = metafile.outputs[path.relative(options.root, output.path).replaceAll(path.sep, '/')];
    if (entry) entry.bytes = Buffer.byteLength(text);
  }
}
