import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExportedFile } from '../cdk/files';
import { runProgram } from './process';

/** The app could not be synthesized: the message has what the CDK said. */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';
}

export interface SynthesizedTemplate {
  /** JSON as the CDK writes it; the same bytes for the same design. */
  readonly text: string;
  /** Files beside the template that CloudFormation reads from the bootstrap bucket, such as the code of functions. */
  readonly assets: number;
}

/**
 * The template of an exported app, as `cdk synth` makes it, for whatever account it is deployed to.
 * @param modules `node_modules` folder with the CDK, of `cdkModules`
 * @throws SynthesisError
 */
export async function synthesizeTemplate(
  files: ReadonlyMap<string, ExportedFile>,
  modules: string,
  signal?: AbortSignal,
): Promise<SynthesizedTemplate> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataweir-synth-'));
  try {
    for (const [file, { content }] of files) {
      const target = path.join(folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    // A junction needs no rights on Windows; elsewhere it is a link like any other.
    symlinkSync(path.resolve(modules), path.join(folder, 'node_modules'), 'junction');
    const { context } = JSON.parse(files.get('cdk.json')!.content) as { context: object };
    const out = path.join(folder, 'cdk.out');
    // An account, a Region or flags of the shell would change the template.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(CDK|AWS|NODE_OPTIONS)/.test(name)),
    );
    const { code, words, failure } = await runProgram(process.execPath, ['--import', 'tsx', 'bin/app.ts'], {
      cwd: folder,
      env: {
        ...env,
        CDK_OUTDIR: out,
        CDK_CONTEXT_JSON: JSON.stringify(context),
        // In an editor the executable is the editor's, which is Node when told so.
        ELECTRON_RUN_AS_NODE: '1',
      },
      signal,
    });
    if (signal?.aborted) throw new SynthesisError('Stopped.');
    if (code !== 0) throw new SynthesisError(`The app could not be synthesized:\n${words.trim() || String(failure)}`);
    return readAssembly(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What of the manifests of a cloud assembly is read. */
interface AssemblyManifest {
  readonly artifacts: Readonly<
    Record<
      string,
      { readonly type: string; readonly properties?: { readonly templateFile?: string; readonly file?: string } }
    >
  >;
}
interface AssetManifest {
  readonly files?: Readonly<Record<string, { readonly source: { readonly path?: string } }>>;
}

function readAssembly(out: string): SynthesizedTemplate {
  const read = (file: string): string => readFileSync(path.join(out, file), 'utf8');
  const artifacts = Object.values((JSON.parse(read('manifest.json')) as AssemblyManifest).artifacts);
  const template = artifacts.find(({ type }) => type === 'aws:cloudformation:stack')?.properties?.templateFile;
  if (template === undefined) throw new SynthesisError('The app made no stack.');
  const assets = artifacts
    .filter(({ type }) => type === 'cdk:asset-manifest')
    .flatMap(({ properties }) => Object.values((JSON.parse(read(properties!.file!)) as AssetManifest).files ?? {}));
  return {
    text: `${read(template).trimEnd()}\n`,
    assets: assets.filter(({ source }) => source.path !== template).length,
  };
}
