import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { root } from '../../scripts/paths';
import type { Figure } from '../measure';

/**
 * Budgets 1 to 5: the real canvas in headless Chromium, beside an empty page and beside a plain React Flow.
 * One input step per animation frame; the deltas between frames are the frame times, the browser's own counters the CPU.
 */
const size = { width: 1400, height: 860 };
const steps = 60;

interface Frames {
  readonly p50: number;
  readonly p95: number;
  /** Main-thread milliseconds per frame. */
  readonly cpu: number;
}

interface Measured {
  readonly paintMs: number;
  readonly heapMb: number;
  readonly elements: number;
  readonly motions: Readonly<Record<Motion, Frames>>;
}

const motions = ['pan', 'far pan', 'zoom', 'drag 1', 'drag 50'] as const;
type Motion = (typeof motions)[number];

export async function canvasFigures(): Promise<Figure[]> {
  const dev = (await import(path.join(root, 'webview/dev/serve.mjs') as string)) as {
    serve(options: { minify: boolean }): Promise<{ server: { close(): void }; url: string }>;
  };
  const canvas = await dev.serve({ minify: true });
  const plain = await servePlain();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--js-flags=--expose-gc',
      '--enable-precise-memory-info',
    ],
  });
  try {
    const empty = await idleFrames(browser);
    const small = await measure(browser, `${canvas.url}?nodes=200`);
    const large = await measure(browser, `${canvas.url}?nodes=5000`);
    const reference = await measure(browser, `${plain.url}?nodes=5000`);
    return [
      ...motions.flatMap((motion): Figure[] => [
        {
          budget: '5',
          what: `${motion}, 200 nodes, p50`,
          ours: small.motions[motion].p50,
          reference: { what: 'empty page', value: empty.p50 },
          unit: 'ms',
          atMost: 1.05,
        },
        {
          budget: '5',
          what: `${motion}, 200 nodes, p95`,
          ours: small.motions[motion].p95,
          reference: { what: 'empty page', value: empty.p95 },
          unit: 'ms',
          atMost: 1.5,
        },
        {
          budget: '1',
          what: `${motion}, 5,000 nodes, CPU a frame`,
          ours: large.motions[motion].cpu,
          reference: { what: 'plain React Flow', value: reference.motions[motion].cpu },
          unit: 'ms',
          atMost: undefined,
        },
        {
          budget: '1',
          what: `${motion}, 5,000 nodes, p95`,
          ours: large.motions[motion].p95,
          reference: { what: 'empty page', value: empty.p95 },
          unit: 'ms',
          atMost: undefined,
        },
      ]),
      {
        budget: '3',
        what: 'first paint, 5,000 nodes',
        ours: large.paintMs,
        reference: { what: 'ours, 200 nodes', value: small.paintMs },
        unit: 'ms',
        atMost: undefined,
      },
      {
        budget: '3',
        what: 'heap, 5,000 nodes',
        ours: large.heapMb,
        reference: { what: 'plain React Flow', value: reference.heapMb },
        unit: 'MB',
        atMost: undefined,
      },
      {
        budget: '3',
        what: 'elements, 5,000 nodes',
        ours: large.elements,
        reference: { what: 'plain React Flow', value: reference.elements },
        unit: '',
        atMost: undefined,
      },
      {
        budget: '—',
        what: 'first paint, 200 nodes',
        ours: small.paintMs,
        reference: { what: 'plain React Flow, 5,000', value: reference.paintMs },
        unit: 'ms',
        atMost: undefined,
      },
    ];
  } finally {
    await browser.close();
    canvas.server.close();
    plain.close();
  }
}

async function servePlain(): Promise<{ url: string; close(): void }> {
  const bundle = await build({
    absWorkingDir: root,
    entryPoints: ['bench/canvas/plain.tsx'],
    bundle: true,
    write: false,
    minify: true,
    jsx: 'automatic',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const style = await build({
    absWorkingDir: root,
    entryPoints: ['node_modules/@xyflow/react/dist/base.css'],
    bundle: true,
    write: false,
  });
  const page = `<!doctype html><style>body{margin:0}${style.outputFiles[0]!.text}</style><div id="root"></div><script src="/plain.js"></script>`;
  const server = createServer((request, response) => {
    if (request.url === '/plain.js')
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(bundle.outputFiles[0]!.text);
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

async function idleFrames(browser: Browser): Promise<Frames> {
  const page = await browser.newPage({ viewport: size });
  await page.setContent('<!doctype html><p>empty</p>');
  const frames = await moving(page, 'idle');
  await page.close();
  return frames;
}

async function measure(browser: Browser, url: string): Promise<Measured> {
  const page = await browser.newPage({ viewport: size });
  const started = performance.now();
  await page.goto(url);
  await page.locator('.react-flow__node').first().waitFor({ timeout: 120_000 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const paintMs = performance.now() - started;
  await page.mouse.move(size.width / 2, size.height / 2);
  await workingView(page);
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const counters = await counted(client);
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  const results = {} as Record<Motion, Frames>;
  for (const motion of motions) results[motion] = await moving(page, motion);
  await page.close();
  return { paintMs, heapMb: (counters.get('JSHeapUsedSize') ?? 0) / 2 ** 20, elements, motions: results };
}

/** Zoom 1, as people work: from wherever the picture fitted. */
async function workingView(page: Page): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const zoom = await page.evaluate(
      () => new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')!).transform).a,
    );
    if (zoom > 0.9 && zoom < 1.15) return;
    await page.mouse.wheel(0, zoom < 1 ? -40 : 40);
    await page.waitForTimeout(20);
  }
}

type Counters = Map<string, number>;
type Client = {
  send(method: 'Performance.getMetrics'): Promise<{ metrics: { name: string; value: number }[] }>;
  send(method: 'Performance.enable', params: { timeDomain: 'threadTicks' }): Promise<unknown>;
};

async function counted(client: Client): Promise<Counters> {
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await client.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function moving(page: Page, motion: Motion | 'idle'): Promise<Frames> {
  const client = await page.context().newCDPSession(page);
  // The loader that runs this file names functions by a helper of its own; the page has none.
  await page.evaluate('globalThis.__name ??= (named) => named');
  const before = await counted(client);
  const times = await page.evaluate(drive, { motion, steps });
  const after = await counted(client);
  await client.detach();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const cpu = (((after.get('TaskDuration') ?? 0) - (before.get('TaskDuration') ?? 0)) * 1000) / times.length;
  return { p50: at(0.5), p95: at(0.95), cpu };
}

/** Runs in the page: one step of a motion per animation frame, for at most three seconds. */
async function drive({ motion, steps }: { motion: string; steps: number }): Promise<number[]> {
  const send = (target: EventTarget, type: string, x: number, y: number, buttons = 1): void => {
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, buttons }),
    );
  };
  const pane = document.querySelector('.react-flow__pane');
  const [cx, cy] = [innerWidth / 2, innerHeight / 2];
  const nodes = [...document.querySelectorAll<HTMLElement>('.react-flow__node')].filter((node) => {
    const box = node.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return x > innerWidth * 0.25 && x < innerWidth * 0.75 && y > innerHeight * 0.15 && y < innerHeight * 0.85;
  });
  const grip = motion.startsWith('drag') ? nodes[0] : undefined;
  let start = { x: cx, y: cy };
  if (motion === 'drag 50') {
    for (const node of nodes.slice(0, 50)) {
      const box = node.getBoundingClientRect();
      const click = {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: box.left + 90,
        clientY: box.top + 20,
        ctrlKey: true,
        metaKey: true,
      };
      node.dispatchEvent(new MouseEvent('click', click));
    }
  }
  if (grip) {
    const box = grip.getBoundingClientRect();
    start = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    send(grip, 'mousedown', start.x, start.y);
  } else if (motion === 'pan' || motion === 'far pan') {
    send(pane!, 'mousedown', cx, cy);
  }
  const step = (i: number): void => {
    if (motion === 'idle') return;
    if (motion === 'zoom') {
      pane!.dispatchEvent(
        new WheelEvent('wheel', {
          bubbles: true,
          cancelable: true,
          view: window,
          clientX: cx,
          clientY: cy,
          deltaY: i < steps / 2 ? -20 : 20,
        }),
      );
      return;
    }
    if (motion === 'far pan') send(window, 'mousemove', cx - i * 40, cy);
    else send(window, 'mousemove', start.x + 60 * Math.sin(i / 8), start.y + 60 * (1 - Math.cos(i / 8)));
  };
  const times: number[] = [];
  const until = performance.now() + 3000;
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let i = 0; i < steps && performance.now() < until; i++) {
    step(i);
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    times.push(now - last);
    last = now;
  }
  if (motion !== 'idle' && motion !== 'zoom') send(window, 'mouseup', start.x, start.y, 0);
  return times;
}
