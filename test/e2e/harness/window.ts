import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ServerAddress } from '../../../scripts/vscode/server';

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console lines of the workbench and of every webview, and uncaught errors. */
  readonly consoleLog: readonly string[];
  /** Addresses outside the server that a page or frame asked for. */
  readonly foreignRequests: readonly string[];
  /** From the request for the page to extensions being registered. */
  readonly readyMs: number;
  close(): Promise<void>;
}

export interface WindowOptions {
  /** What VS Code is told besides the folder; an absolute path of an extension or a test suite becomes a remote address. */
  readonly payload?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
  /** Called with the empty page before VS Code is loaded into it. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens a folder in a window that shares no state with any other, and waits until files open in the right editor. */
export async function openWindow(
  server: ServerAddress,
  browser: Browser,
  folder: string,
  options: WindowOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const consoleLog: string[] = [];
  const foreignRequests: string[] = [];
  page.on('console', (message) => consoleLog.push(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => consoleLog.push(`[pageerror] ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== server.authority && !isWebviewResource(url))
      foreignRequests.push(request.url());
  });
  await options.prepare?.(page);
  const startedAt = performance.now();
  await page.goto(windowUrl(server, folder, options.payload ?? {}), { waitUntil: 'commit' });
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  // Before this the custom editor is not registered: a file opened too early opens as plain text, silently. The mark says
  // that the manifests are read; the service that acts on them is made in idle time, before anything queued here.
  await page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0, null, {
    timeout: 60_000,
    polling: 50,
  });
  await page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => requestIdleCallback(() => resolve()))),
  );
  const readyMs = Math.round(performance.now() - startedAt);
  return { page, context, consoleLog, foreignRequests, readyMs, close: () => context.close() };
}

/** Answered by VS Code's own service worker, in the page; these never reach the network. */
function isWebviewResource(url: URL): boolean {
  return /(^|\.)vscode-resource\.vscode-cdn\.net$/.test(url.host);
}

function windowUrl(server: ServerAddress, folder: string, payload: Readonly<Record<string, string>>): string {
  const url = new URL(server.url);
  url.searchParams.set('folder', folder);
  const entries = Object.entries(payload).map(([name, value]) => [
    name,
    /Path$/.test(name) ? `vscode-remote://${server.authority}${value}` : value,
  ]);
  if (entries.length > 0) url.searchParams.set('payload', JSON.stringify(entries));
  return url.href;
}
