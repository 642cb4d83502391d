import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { buildAll } from '../../scripts/build';
import { root, vsix } from '../../scripts/paths';
import { runOrFail } from '../../scripts/process';
import { installVscode } from '../../scripts/vscode/install';
import { startServer, type VscodeServer } from '../../scripts/vscode/server';
import { launchBrowser } from './harness/browser';
import { openCanvas, openGallery } from './harness/open-canvas';
import { calmSettings } from './harness/settings';
import { openWindow } from './harness/window';
import { template, Workspace } from './harness/workspace';
import { type Theme, Workbench } from './pages/workbench';

const design = 'cafe-clickstream.pipeline.json';
const images = path.join(root, 'docs/images');
const size = { width: 1440, height: 900 };
const settings = {
  ...calmSettings,
  'workbench.activityBar.location': 'hidden',
  'editor.minimap.enabled': false,
  'editor.renderWhitespace': 'none',
};

interface Picture {
  readonly name: string;
  readonly theme: Theme;
  arrange(workbench: Workbench, workspace: Workspace): Promise<void>;
}

const pictures: readonly Picture[] = [
  {
    name: 'canvas-dark',
    theme: 'dark',
    // The café, whose lake forgets to insist on TLS: found, explained, and one click from mended.
    async arrange(workbench, workspace) {
      const text = await workspace.read(design);
      const lake = text.indexOf('"id": "lake"');
      await workspace.write(
        design,
        text.slice(0, lake) + text.slice(lake).replace('"tlsOnly": true', '"tlsOnly": false'),
      );
      const canvas = await openCanvas(workbench, design);
      await workbench.command('View: Toggle Primary Side Bar Visibility');
      await canvas.badge('lake', 'warning').waitFor();
      await workbench.showProblems();
      await workbench.problemRow('still answers plain HTTP').waitFor();
      await workbench.resize('horizontal', { x: 700, y: 716 });
      await canvas.tool('palette').click();
      await canvas.select('lake');
      await canvas.finding('security/s3-tls-only').waitFor();
      await canvas.tool('fit').click();
      await canvas.settled();
    },
  },
  {
    name: 'templates-dark',
    theme: 'dark',
    async arrange(workbench) {
      await openGallery(workbench);
      await workbench.command('View: Toggle Primary Side Bar Visibility');
    },
  },
  {
    name: 'canvas-light',
    theme: 'light',
    async arrange(workbench) {
      const canvas = await openCanvas(workbench, design);
      await workbench.command('View: Toggle Primary Side Bar Visibility');
      await canvas.select('delivery');
      await canvas.tool('text').click();
      await workbench.textEditor().waitFor();
      await workbench.resize('vertical', { x: 860, y: 500 });
      if (await canvas.paletteItem('s3').isVisible()) await canvas.tool('palette').click();
      await canvas.tool('fit').click();
      await canvas.settled();
    },
  },
];

/** Takes the pictures of the README from the real thing, into `docs/images`. */
async function main(): Promise<void> {
  await buildAll();
  await runOrFail(process.execPath, ['--import', 'tsx', 'scripts/package.ts', '--built'], { cwd: root, quiet: true });
  const server = await startServer({ tool: await installVscode(), settings, vsix: [vsix] });
  const browser = await launchBrowser();
  try {
    await mkdir(images, { recursive: true });
    for (const picture of pictures) await take(picture, server, browser);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function take(picture: Picture, server: VscodeServer, browser: Browser): Promise<void> {
  const workspace = await Workspace.create({ [design]: await template('cafe-clickstream') });
  try {
    await workspace.setTheme(picture.theme);
    const { page, close } = await openWindow(server, browser, workspace.folder, { size });
    const workbench = new Workbench(page);
    await workbench.themeApplied(picture.theme);
    await picture.arrange(workbench, workspace);
    // Nothing is pointed at.
    await page.mouse.move(size.width / 2, size.height - 5);
    const file = path.join(images, `${picture.name}.png`);
    await page.screenshot({ path: file });
    await close();
    console.log(path.relative(root, file));
  } finally {
    await workspace.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
