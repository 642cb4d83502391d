import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { testResults } from '../../../scripts/paths';
import type { ServerAddress } from '../../../scripts/vscode/server';
import type { Window } from './window';

/** Log files of the server by their path: the extension host's and each extension's own channels among them. */
export async function hostLogs(server: ServerAddress): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(server.userData, 'logs');
  if (!existsSync(folder)) return new Map();
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (file) => file.isFile() && file.name.endsWith('.log'),
  );
  const logs = await Promise.all(
    files.map(async (file) => {
      const full = path.join(file.parentPath, file.name);
      return [path.relative(folder, full), await readFile(full, 'utf8')] as const;
    }),
  );
  return new Map(logs.filter(([, text]) => text !== ''));
}

/** Keeps, for a failed scenario, what a person needs to see why: the picture, the console, the logs. */
export async function saveEvidence(name: string, server: ServerAddress, window: Window | undefined): Promise<string> {
  const folder = path.join(
    testResults,
    name
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80),
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // A window that has crashed has no picture; the rest is then worth all the more.
  await window?.page.screenshot({ path: path.join(folder, 'window.png'), timeout: 10_000 }).catch(() => undefined);
  if (window)
    await writeFile(
      path.join(folder, 'console.log'),
      [...window.consoleLog, ...window.foreignRequests.map((url) => `[foreign request] ${url}`)].join('\n'),
    );
  // Each window had an extension host of its own; the last one was this window's.
  const logs = [...(await hostLogs(server))].map(([file, text]) => ({
    file,
    text,
    host: Number(/exthost(\d+)/.exec(file)?.[1] ?? 0),
  }));
  const last = Math.max(0, ...logs.map(({ host }) => host));
  const parts = logs.filter(({ host }) => host === last || host === 0).map(({ file, text }) => `==== ${file}\n${text}`);
  await writeFile(
    path.join(folder, 'host.log'),
    [`==== server\n${await readFile(server.log, 'utf8').catch(() => '')}`, ...parts].join('\n'),
  );
  return folder;
}
