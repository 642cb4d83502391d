import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { runOrFail, sleep } from '../process';
import type { VscodeTool } from './install';

/** A running server as another process can know it. */
export interface ServerAddress {
  readonly url: string;
  /** Host and port, as VS Code names the remote in its resource addresses. */
  readonly authority: string;
  /** Its user data: settings and, below `logs/`, the logs of every window. */
  readonly userData: string;
  /** What it has printed itself. */
  readonly log: string;
}

export interface VscodeServer extends ServerAddress {
  readonly startMs: number;
  /** Opens a file in the first window that somebody opens on its folder; ends without that when `stopped`. */
  openInFirstWindow(file: string, stopped: { readonly yes: boolean }): Promise<void>;
  /** Ends the server and all that it started, and removes its files. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly tool: VscodeTool;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Packaged extensions to install before it starts. */
  readonly vsix?: readonly string[];
  /**
   * Let a window load an extension from a folder and run its test suite. It also silences notifications and dialogs, so
   * a server with it is of no use for anything else.
   */
  readonly testDriver?: boolean;
  /** Start with workspace trust switched on, as on a desktop; without it every folder is trusted and nobody is asked. */
  readonly workspaceTrust?: boolean;
  /** 0, unless told: any free one. */
  readonly port?: number;
}

/** Starts a VS Code that knows nothing of the user's own: its settings, extensions and home folder are temporary. */
export async function startServer(options: ServerOptions): Promise<VscodeServer> {
  const { tool } = options;
  const home = await mkdtemp(path.join(os.tmpdir(), 'dataweir-vscode-'));
  const userData = path.join(home, 'user');
  const log = path.join(home, 'server.log');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await mkdir(path.join(home, 'extensions'));
  await writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(options.settings, null, 2));
  await writeFile(path.join(home, 'config.yaml'), '');
  const folders = [
    '--config',
    path.join(home, 'config.yaml'),
    '--user-data-dir',
    userData,
    '--extensions-dir',
    path.join(home, 'extensions'),
  ];
  const env = isolatedEnv(home);
  const command = (args: readonly string[]) =>
    runOrFail(tool.node, [tool.entry, ...folders, ...args], { env, quiet: true });
  for (const file of options.vsix ?? []) await command(['--install-extension', file]);

  const startedAt = performance.now();
  const output = openSync(log, 'w');
  const child = spawn(
    tool.node,
    [
      tool.entry,
      ...folders,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${options.port ?? 0}`, '--locale', 'en'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', '--disable-proxy'],
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    // A group of its own: it starts processes in turn, and all of them have to go with it.
    { env, stdio: ['ignore', output, output], detached: true },
  );
  const killAll = () => killGroup(child, 'SIGKILL');
  process.once('exit', killAll);
  const stop = async () => {
    await end(child);
    process.off('exit', killAll);
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const url = await readUrl(child, log);
    const startMs = Math.round(performance.now() - startedAt);
    const openInFirstWindow = async (file: string, stopped: { readonly yes: boolean }) => {
      const socket = path.join(userData, 'code-server-ipc.sock');
      while (!stopped.yes && !(await hasWindowFor(socket, file))) await sleep(300);
      // The window has a process for its extensions, but a file opened before it has their editors opens as plain text.
      await sleep(2000);
      if (!stopped.yes) await command(['--reuse-window', file]);
    };
    return { url, authority: new URL(url).host, userData, log, startMs, openInFirstWindow, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readUrl(child: ChildProcess, log: string): Promise<string> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const printed = existsSync(log) ? readFileSync(log, 'utf8') : '';
    const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1];
    if (url) return url;
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`VS Code did not start.\n${printed}`);
    await sleep(20);
  }
}

/** Asks the server, which keeps a list of its windows for its command line, whether one of them could show `file`. */
function hasWindowFor(socket: string, file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get(
      { socketPath: socket, path: `/session?filePath=${encodeURIComponent(file)}` },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve(body.includes('socketPath')));
        response.on('error', () => resolve(false));
      },
    );
    request.on('error', () => resolve(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    killGroup(child, 'SIGTERM');
    await Promise.race([ended, sleep(5000)]);
  }
  killGroup(child, 'SIGKILL');
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

function isolatedEnv(home: string): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER|npm_|NODE_OPTIONS|VITEST|NODE_ENV$)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  return {
    ...env,
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    // No marketplace: nothing is looked up or updated over the network.
    EXTENSIONS_GALLERY: '{}',
  };
}
