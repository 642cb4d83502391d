import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build';
import { root, vsix } from './paths';
import { runOrFail } from './process';
import { installVscode } from './vscode/install';
import { startServer } from './vscode/server';
import { quietSettings } from './vscode/settings';

const design = 'cafe-clickstream.pipeline.json';

const help = `npm start -- [options]

Opens the café pipeline in VS Code, in a copy that is thrown away at the end.

  --browser    VS Code in a browser, even where there is a desktop VS Code
  --no-open    only print the address; open no browser
  --port <n>   port of the VS Code in a browser (any free one)`;

interface Workspace {
  readonly folder: string;
  readonly file: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(help);
  const desktop = values.browser ? undefined : desktopVscode();
  console.log('Building.');
  await buildAll();
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'dataweir-'));
  const workspace = await copyDesign(temporary);
  const ended = interruption();
  try {
    if (desktop) await openOnDesktop(desktop, temporary, workspace, ended);
    else await openInBrowser(workspace, { open: !values['no-open'], port: Number(values.port ?? 0) }, ended);
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function copyDesign(temporary: string): Promise<Workspace> {
  const folder = path.join(temporary, 'café');
  const file = path.join(folder, design);
  await mkdir(folder);
  await cp(path.join(root, 'templates', design), file);
  return { folder, file };
}

/** Resolves at Ctrl+C, or when asked to end in another way. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** The executable of a VS Code that can show a window here. */
function desktopVscode(): string | undefined {
  // In the terminal of a remote window `code` only talks to that window, and cannot load an extension from a folder.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (!hasDisplay()) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** With a profile of its own, so that nobody's windows, settings or extensions are touched. */
async function openOnDesktop(
  code: string,
  temporary: string,
  { folder, file }: Workspace,
  ended: Promise<void>,
): Promise<void> {
  const profile = path.join(temporary, 'profile');
  await mkdir(path.join(profile, 'User'), { recursive: true });
  await writeFile(path.join(profile, 'User/settings.json'), JSON.stringify(quietSettings, null, 2));
  const args = [
    '--wait',
    '--new-window',
    '--user-data-dir',
    profile,
    '--extensions-dir',
    path.join(temporary, 'extensions'),
  ];
  args.push(`--extensionDevelopmentPath=${root}`, folder, file);
  console.log(`Opening ${design} in the desktop VS Code. Close the window, or press Ctrl+C here, to end.`);
  const windows = process.platform === 'win32';
  // A .cmd file runs only in a shell, which wants quotes.
  const child = spawn(windows ? `"${code}"` : code, windows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'inherit',
    shell: windows,
  });
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  await Promise.race([closed, ended]);
  child.kill();
}

async function openInBrowser(
  workspace: Workspace,
  options: { readonly open: boolean; readonly port: number },
  ended: Promise<void>,
): Promise<void> {
  console.log('Packaging.');
  // In a process of its own, for its account of what went in is of no interest here.
  await runOrFail(process.execPath, ['--import', 'tsx', 'scripts/package.ts', '--built'], { cwd: root, quiet: true });
  const tool = await installVscode();
  console.log('Starting VS Code.');
  const server = await startServer({ tool, settings: quietSettings, vsix: [vsix], port: options.port });
  try {
    const url = `${server.url}/?folder=${encodeURIComponent(workspace.folder)}`;
    const opened = options.open && openUrl(url);
    console.log(
      `\n  ${url}\n\n${opened ? 'Opened in your browser.' : 'Open this address in a browser on this machine.'} ${design} opens by itself. Ctrl+C ends.`,
    );
    const stopped = { yes: false };
    void ended.then(() => (stopped.yes = true));
    await Promise.race([ended, server.openInFirstWindow(workspace.file, stopped)]);
    await ended;
    console.log('\nStopping.');
  } finally {
    await server.stop();
  }
}

/** @returns whether there is anything here that could show it. */
function openUrl(url: string): boolean {
  if (!hasDisplay()) return false;
  const [command, args] = process.platform === 'darwin' ? (['open', [url]] as const) : (['xdg-open', [url]] as const);
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
  return true;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
