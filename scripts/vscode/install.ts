import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '../paths';
import { run, runOrFail, sleep } from '../process';
import { findChromium } from './chromium';

/** A VS Code that runs in a browser: code-server and the Node that it wants. */
export interface VscodeTool {
  readonly folder: string;
  readonly node: string;
  readonly entry: string;
}

const manifests = path.join(root, 'tools/vscode');

/**
 * Installs what `tools/vscode` pins, once per lock file, into the user's cache folder; later calls only look it up.
 * Safe to call from several processes at a time. Fails on macOS and Windows, for which there is no such build.
 */
export async function installVscode(): Promise<VscodeTool> {
  if (process.platform !== 'linux') {
    throw new Error(
      'The VS Code that runs in a browser needs Linux. On this machine run "npm run test:desktop": it downloads the desktop VS Code and runs the same scenarios there.',
    );
  }
  const folder = path.join(cacheFolder(), `vscode-${await lockHash()}`);
  const tool = toolIn(folder);
  if (existsSync(tool.entry)) return tool;
  await mkdir(cacheFolder(), { recursive: true });
  await underLock(`${folder}.lock`, async () => {
    if (existsSync(tool.entry)) return;
    const building = `${folder}.installing`;
    await rm(building, { recursive: true, force: true });
    await installInto(building);
    await rename(building, folder);
  });
  return tool;
}

function toolIn(folder: string): VscodeTool {
  return {
    folder,
    node: path.join(folder, `node_modules/node-linux-${process.arch}/bin/node`),
    entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
}

export function cacheFolder(): string {
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'dataweir');
}

async function lockHash(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path.join(manifests, 'package-lock.json')))
    .digest('hex')
    .slice(0, 12);
}

async function installInto(folder: string): Promise<void> {
  const startedAt = Date.now();
  console.log('Installing the VS Code for tests (once, about 430 MB on disk).');
  await mkdir(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    await copyFile(path.join(manifests, file), path.join(folder, file));

  console.log('1/4 code-server and its Node, from npm');
  // Without install scripts: they refuse any Node but the one that is only now being installed, and compile what no test needs.
  const ci = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runOrFail('npm', ci, { cwd: folder, env: outerEnv(), quiet: true, heartbeat: 'installing' });

  const nodeFolder = path.join(folder, `node_modules/node-linux-${process.arch}`);
  const inner = path.join(folder, 'node_modules/code-server/lib/vscode');
  // From here npm runs under that Node and compiles against the headers that came with it.
  const env = { ...outerEnv(), PATH: `${nodeFolder}/bin:${process.env.PATH ?? ''}`, npm_config_nodedir: nodeFolder };
  console.log("2/4 VS Code's own dependencies, from npm");
  await runOrFail('npm', [...ci, '--omit=dev', '--legacy-peer-deps'], {
    cwd: inner,
    env,
    quiet: true,
    heartbeat: 'installing',
  });

  console.log('3/4 the log writer');
  const rebuild = await run('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog', '--loglevel=error'], {
    cwd: inner,
    env,
    quiet: true,
    heartbeat: 'compiling',
  });
  if (rebuild.code !== 0)
    console.log(
      '  could not be compiled (it needs python3, make and g++). All tests run, but failures come without the log files of VS Code.',
    );

  console.log('4/4 leaving out what no test touches');
  for (const unused of await unusedParts(inner)) await rm(unused, { recursive: true, force: true });
  await rm(path.join(nodeFolder, 'include'), { recursive: true, force: true });
  await writeFile(path.join(folder, 'installed'), 'complete\n');
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s: ${folder.replace(/\.installing$/, '')}`);
}

async function unusedParts(inner: string): Promise<readonly string[]> {
  const unusedExtensions =
    /^(copilot|github|github-authentication|microsoft-authentication|mermaid-markdown-features|ms-vscode\.js-debug.*|ms-vscode\.vscode-js-profile-table|tunnel-forwarding)$/;
  const extensions = await readdir(path.join(inner, 'extensions'));
  return [
    ...['@github', '@microsoft/mxc-sdk'].map((name) => path.join(inner, 'node_modules', name)),
    ...extensions.filter((name) => unusedExtensions.test(name)).map((name) => path.join(inner, 'extensions', name)),
  ];
}

/** Without what an enclosing `npm run` says about its own package; registry and proxy settings stay. */
function outerEnv(): NodeJS.ProcessEnv {
  const own =
    /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|prefix|user_agent|node_gyp|omit|include)$|NODE_OPTIONS$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

/** One process at a time; a lock whose owner is gone is taken over. */
async function underLock(lock: string, work: () => Promise<void>): Promise<void> {
  let told = false;
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (await isAbandoned(lock)) {
      await rm(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) console.log('Another run is installing the VS Code for tests; waiting for it.');
    told = true;
    await sleep(500);
  }
  try {
    await writeFile(path.join(lock, 'pid'), String(process.pid));
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  const pid = Number(await readFile(path.join(lock, 'pid'), 'utf8').catch(() => ''));
  if (!pid) {
    const made = await stat(lock).catch(() => undefined);
    return made !== undefined && Date.now() - made.mtimeMs > 10_000;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

async function main(): Promise<void> {
  const tool = await installVscode();
  console.log(`VS Code: ${tool.folder}`);
  console.log(`Chromium: ${await findChromium()}`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
