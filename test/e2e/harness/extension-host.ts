import type { Browser } from 'playwright-core';
import type { ServerAddress } from '../../../scripts/vscode/server';
import { openWindow } from './window';

export interface SuiteRun {
  /** 0 when all passed, 1 when not; undefined when it did not end in time. */
  readonly code: number | undefined;
  readonly ms: number;
  /** What the extension host printed. */
  readonly log: readonly string[];
  readonly consoleLog: readonly string[];
}

export interface SuiteOptions {
  readonly folder: string;
  readonly extension: string;
  /** The bundled entry of the suite: a module whose `run` ends well when every test passed. */
  readonly suite: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** Runs a Mocha suite inside a real extension host. The server must have been started with `testDriver`. */
export async function runInExtensionHost(
  server: ServerAddress,
  browser: Browser,
  options: SuiteOptions,
): Promise<SuiteRun> {
  const log: string[] = [];
  let end: (code: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const startedAt = performance.now();
  const window = await openWindow(server, browser, options.folder, {
    payload: {
      extensionDevelopmentPath: options.extension,
      extensionTestsPath: options.suite,
      extensionEnvironment: JSON.stringify(options.env),
    },
    // The workbench of a test run calls these two when the suite prints and when it ends.
    prepare: async (page) => {
      await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
      await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
        log.push(`[${type}] ${args.join(' ')}`);
      });
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), options.timeoutMs);
  });
  const code = await Promise.race([ended, timeout]);
  clearTimeout(timer);
  await window.close();
  return { code, ms: Math.round(performance.now() - startedAt), log, consoleLog: window.consoleLog };
}
