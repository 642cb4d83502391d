import type { Frame, Page } from 'playwright-core';
import type { Workbench } from '../pages/workbench';

export interface Activation {
  readonly ms: number;
  /** Woken by the start of VS Code, and not by something the user did. */
  readonly onStartup: boolean;
}

/** What VS Code says an extension's activation took. It covers the window with a dialog, so call it last. */
export async function activationMs(workbench: Workbench, extension: string): Promise<Activation> {
  const { page } = workbench;
  const list = await workbench.showRunningExtensions();
  const row = list.locator('.monaco-list-row', { hasText: extension }).first();
  for (let i = 0; i < 20 && (await row.count()) === 0; i++) {
    await list.hover();
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(50);
  }
  const text = (await row.textContent()) ?? '';
  const ms = /(\d+)ms/.exec(text)?.[1];
  if (ms === undefined) throw new Error(`VS Code gives no activation time for ${extension}: ${text}`);
  return { ms: Number(ms), onStartup: /Startup/.test(text) };
}

/** All in milliseconds. */
export interface CanvasPaint {
  /** VS Code's own wait for its service worker: seconds in the first webview of a browser, next to nothing later. */
  readonly serviceWorkerWait: number;
  /** From VS Code being ready for the webview's page to the first canvas on the screen. This is the extension's share. */
  readonly htmlToPaint: number;
  /** The part of it inside the webview's own page. */
  readonly navigationToPaint: number;
}

/** Needs a `performance.mark` in the webview's own script, two animation frames after the first render. */
export async function canvasPaint(page: Page, mark: string): Promise<CanvasPaint> {
  const outer = page.frames().find((frame) => /\/webview\/browser\/pre\/index/.test(frame.url()));
  const inner = outer?.childFrames()[0];
  if (!outer || !inner) throw new Error('No webview is open.');
  const shell = await marksOf(outer);
  const canvas = await marksOf(inner);
  const workerReady = shell.at('content/workerReady');
  const paintedAt = canvas.origin + canvas.at(mark);
  return {
    serviceWorkerWait: Math.round(workerReady - shell.at('content/started')),
    htmlToPaint: Math.round(paintedAt - shell.origin - workerReady),
    navigationToPaint: Math.round(canvas.at(mark)),
  };
}

async function marksOf(frame: Frame): Promise<{ readonly origin: number; at(name: string): number }> {
  const { origin, marks } = await frame.evaluate(() => ({
    origin: performance.timeOrigin,
    marks: performance
      .getEntriesByType('mark')
      .map((mark) => [mark.name.replace('webview/index.html/', ''), mark.startTime] as const),
  }));
  const times = new Map(marks);
  return {
    origin,
    at(name) {
      const time = times.get(name);
      if (time === undefined) throw new Error(`The page has no mark "${name}", only ${[...times.keys()].join(', ')}.`);
      return time;
    },
  };
}
