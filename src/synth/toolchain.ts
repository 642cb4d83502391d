import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { versions } from '../cdk/_generated/cdk-versions';
import { runProgram } from './process';

/** What an app needs to run: the library, the checks, and what runs TypeScript. Of the app's own tools no more. */
const needed = {
  'aws-cdk-lib': versions['aws-cdk-lib'],
  'cdk-nag': versions['cdk-nag'],
  constructs: versions.constructs,
  tsx: versions.tsx,
} as const;

/** Something outside keeps the CDK from being used: the message says what, and what to do. */
export class ToolchainError extends Error {
  override readonly name = 'ToolchainError';
}

export interface ToolchainOptions {
  /** A folder whose `node_modules` has the CDK already, such as an exported app after `npm install`. */
  readonly folder?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progress: (message: string) => void;
}

/**
 * The `node_modules` folder with the CDK in the versions that exported apps are tested with: of the folder that is
 * named, else from the cache, into which npm fetches it the first time.
 * @throws ToolchainError
 */
export async function cdkModules(options: ToolchainOptions): Promise<string> {
  if (options.folder !== undefined) return modulesIn(options.folder);
  const id = createHash('sha256').update(JSON.stringify(needed)).digest('hex').slice(0, 12);
  const home = path.join(cacheFolder(), `cdk-${needed['aws-cdk-lib']}-${id}`);
  const modules = path.join(home, 'node_modules');
  // The folder gets its name when it is complete.
  if (!existsSync(modules)) await install(home, options);
  return modules;
}

function modulesIn(folder: string): string {
  const modules = path.join(folder, 'node_modules');
  for (const [name, version] of Object.entries(needed)) {
    const manifest = path.join(modules, name, 'package.json');
    if (!existsSync(manifest))
      throw new ToolchainError(
        `${folder} has no node_modules/${name}. Run "npm install" there, or name another folder.`,
      );
    const found = (JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown }).version;
    if (name === 'aws-cdk-lib' && found !== version)
      throw new ToolchainError(
        `${folder} has aws-cdk-lib ${String(found)}, and this version of Dataweir writes for ${version}. Export the app anew and run "npm install" there.`,
      );
  }
  return modules;
}

async function install(home: string, { progress, signal }: ToolchainOptions): Promise<void> {
  const what = `aws-cdk-lib ${needed['aws-cdk-lib']}`;
  const building = `${home}.${process.pid}`;
  try {
    mkdirSync(building, { recursive: true });
    writeFileSync(
      path.join(building, 'package.json'),
      JSON.stringify({ name: 'dataweir-cdk', private: true, dependencies: needed }),
    );
    progress(`fetching ${what} into ${home}, once`);
    const argv = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    // On Windows npm is a batch file.
    const shell = process.platform === 'win32';
    const { code, words, failure } = await runProgram('npm', argv, { cwd: building, signal, shell });
    if (signal?.aborted) throw new ToolchainError(`Stopped while ${what} was fetched.`);
    if (failure === 'ENOENT')
      throw new ToolchainError(
        `${what} is needed once, and npm, which fetches it, is not installed. ${withoutNetwork}`,
      );
    if (code !== 0) throw new ToolchainError(`${what} could not be fetched: ${reasonOf(words)}. ${withoutNetwork}`);
    try {
      renameSync(building, home);
    } catch (error) {
      // Another process was as quick; what it made is the same.
      if (!existsSync(path.join(home, 'node_modules'))) throw error;
    }
    progress(`${what} is ready`);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

const withoutNetwork =
  'Where npm reaches no registry, name the folder of an exported app after "npm install" (--cdk on the command line).';

/** What npm says last of why it failed, without its prefixes and the path of its log. */
function reasonOf(words: string): string {
  const lines = words
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line !== '' && !/^A complete log|_logs/.test(line));
  return lines.slice(0, 3).join('; ').replace(/\.$/, '') || 'npm says nothing of why';
}

/** Where programs keep what they can fetch again, unless people name a place. */
function cacheFolder(): string {
  const home = homedir();
  const { DATAWEIR_CACHE: named, XDG_CACHE_HOME: shared, LOCALAPPDATA: local } = process.env;
  if (named) return path.resolve(named);
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'dataweir');
  if (process.platform === 'win32') return path.join(local ?? path.join(home, 'AppData', 'Local'), 'dataweir', 'cache');
  return path.join(shared && path.isAbsolute(shared) ? shared : path.join(home, '.cache'), 'dataweir');
}
