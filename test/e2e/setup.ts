import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildAll } from '../../scripts/build';
import { root, vsix } from '../../scripts/paths';
import { runOrFail } from '../../scripts/process';
import { installVscode } from '../../scripts/vscode/install';
import { type ServerAddress, startServer } from '../../scripts/vscode/server';
import { browserOptions } from './harness/browser';
import { calmSettings } from './harness/settings';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A VS Code with the packaged extension installed. */
    server: ServerAddress;
    /** Where to connect to the one browser of the run. */
    browser: string;
  }
}

/** Once per run: the extension as users get it, in one VS Code, seen through one browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const tool = await installVscode();
  const options = await browserOptions();
  // The full test run has just packaged it.
  if (!process.env.DATAWEIR_PACKAGED || !existsSync(vsix)) {
    await buildAll();
    await runOrFail(process.execPath, ['--import', 'tsx', 'scripts/package.ts', '--built'], { cwd: root, quiet: true });
  }
  const server = await startServer({ tool, settings: calmSettings, vsix: [vsix] });
  const browser = await chromium.launchServer(options);
  const { url, authority, userData, log } = server;
  project.provide('server', { url, authority, userData, log });
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.stop();
  };
}
