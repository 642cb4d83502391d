import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { root } from '../../../scripts/paths';
import type { ServerAddress } from '../../../scripts/vscode/server';
import { Workbench } from '../pages/workbench';
import { saveEvidence } from './evidence';
import { openWindow, type Window } from './window';
import { Workspace } from './workspace';

export interface Stage {
  readonly window: Window;
  readonly workbench: Workbench;
  readonly workspace: Workspace;
  readonly server: ServerAddress;
}

export interface Setting {
  /** Files of the workspace, text by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly size?: { readonly width: number; readonly height: number };
}

let connected: Promise<Browser> | undefined;

/** The browser of the run; a file that leaves it connected leaves it for the next. */
export function sharedBrowser(): Promise<Browser> {
  connected ??= chromium.connect(inject('browser'));
  return connected;
}

/**
 * A scenario in a window and a folder of its own. It also fails when the window was not quiet: an uncaught error, a
 * breach of a content security policy, or a request to anywhere but VS Code itself.
 */
export function scenario(
  name: string,
  setting: Setting | (() => Promise<Setting>),
  play: (stage: Stage) => Promise<void>,
): void {
  test(name, async () => {
    const server = inject('server');
    const { files, settings = {}, size } = typeof setting === 'function' ? await setting() : setting;
    const workspace = await Workspace.create(files);
    for (const [key, value] of Object.entries(settings)) await workspace.setSetting(key, value);
    let window: Window | undefined;
    try {
      window = await openWindow(server, await sharedBrowser(), workspace.folder, size ? { size } : {});
      await play({ window, workbench: new Workbench(window.page), workspace, server });
      expect(disturbances(window)).toEqual([]);
    } catch (error) {
      console.error(`Picture and logs: ${path.relative(root, await saveEvidence(name, server, window))}`);
      throw error;
    } finally {
      await window?.close();
      await workspace.remove();
    }
  });
}

/** Console errors that VS Code itself causes in every window of this build. */
const ordinary = [
  // Not part of an open-source build.
  /vsda(_bg)?\.(js|wasm)/,
  /Failed to load resource: the server responded with a status of 404/,
  /iframe which has both allow-scripts and allow-same-origin/,
  // It looks for an account of a service that the tests leave out.
  /github-authentication|authentication provider 'github'|DefaultAccount/,
];

export function disturbances(window: Window): readonly string[] {
  const errors = window.consoleLog.filter(
    (line) =>
      /^\[(error|pageerror)\]|Content Security Policy/i.test(line) && !ordinary.some((known) => known.test(line)),
  );
  return [...errors, ...window.foreignRequests.map((url) => `request to ${url}`)];
}
