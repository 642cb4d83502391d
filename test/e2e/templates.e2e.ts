import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { testResults } from '../../scripts/paths';
import { canvasOf, openGallery } from './harness/open-canvas';
import { scenario } from './harness/scenario';
import { template } from './harness/workspace';
import { type Theme, themes } from './pages/workbench';

const started = { files: { 'readme.txt': 'Designs of the café.\n' } };

scenario('a design starts from a template', started, async ({ workbench, workspace }) => {
  const gallery = await openGallery(workbench);
  expect(await gallery.loadedIcons('cafe-clickstream')).toBeGreaterThan(5);
  await gallery.card('cafe-clickstream').click();
  await workbench.chooseFile(path.join(workspace.folder, 'menu.pipeline.json'), 'OK');
  await workbench.tab('menu.pipeline.json').waitFor();
  await expect.poll(() => workbench.tabs().count()).toBe(1);
  const canvas = await canvasOf(workbench);
  await canvas.node('lake').waitFor();
  expect(await workspace.read('menu.pipeline.json')).toBe(await template('cafe-clickstream'));
  expect(await workbench.dirtyTab('menu.pipeline.json').count()).toBe(0);
});

scenario(
  'a template is found by words and started from the keyboard; a design gets the name that opens on the canvas',
  started,
  async ({ workbench, workspace, window }) => {
    const gallery = await openGallery(workbench);
    const all = await gallery.shownCards().count();
    await gallery.search().fill('cafe redshift');
    await expect.poll(() => gallery.shownCards().count()).toBe(1);
    await gallery.card('cafe-nightly-sales').waitFor();
    await gallery.search().fill('zeppelin');
    await expect.poll(() => gallery.count().textContent()).toBe('No template mentions all of these words.');
    await gallery.search().fill('');
    await expect.poll(() => gallery.shownCards().count()).toBe(all);
    await gallery.search().press('ArrowDown');
    await expect.poll(() => gallery.focusedTemplate()).toBe('pipeline');
    await window.page.keyboard.press('ArrowRight');
    await expect.poll(() => gallery.focusedTemplate()).not.toBe('pipeline');
    await window.page.keyboard.press('Home');
    await window.page.keyboard.press('ArrowUp');
    await gallery.search().pressSequentially('menu clickstream');
    await gallery.search().press('Enter');
    await workbench.chooseFile(path.join(workspace.folder, 'menu'), 'OK');
    await workbench.tab('menu.pipeline.json').waitFor();
    await expect.poll(() => workbench.tabs().count()).toBe(1);
    const canvas = await canvasOf(workbench);
    await canvas.node('lake').waitFor();
    expect(await workspace.read('menu.pipeline.json')).toBe(await template('cafe-clickstream'));
  },
);

scenario('the templates have the colours of every theme', started, async ({ workbench, workspace, window }) => {
  const pictures = path.join(testResults, 'appearance');
  await mkdir(pictures, { recursive: true });
  const gallery = await openGallery(workbench);
  const seen = new Set<string>();
  for (const theme of Object.keys(themes) as Theme[]) {
    await workspace.setTheme(theme);
    await workbench.themeApplied(theme);
    const ground = () => gallery.root.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    const card = () => gallery.card('cafe-clickstream').evaluate((element) => getComputedStyle(element).color);
    await expect.poll(async () => `${await ground()} ${await card()}`).not.toBe([...seen].at(-1));
    seen.add(`${await ground()} ${await card()}`);
    await window.page.screenshot({ path: path.join(pictures, `gallery-${theme.replaceAll(' ', '-')}.png`) });
  }
  expect(seen.size).toBe(4);
});
