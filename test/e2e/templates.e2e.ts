import path from 'node:path';
import { expect } from 'vitest';
import { canvasOf } from './harness/open-canvas';
import { scenario } from './harness/scenario';
import { template } from './harness/workspace';

const started = { files: { 'readme.txt': 'Designs of the café.\n' } };
const command = 'Dataweir: New Pipeline from Template…';

scenario('a design starts from a template', started, async ({ workbench, workspace }) => {
  await workbench.command(command);
  await workbench.pick('cafe-clickstream');
  await workbench.chooseFile(path.join(workspace.folder, 'menu.pipeline.json'), 'OK');
  const canvas = await canvasOf(workbench);
  await canvas.node('lake').waitFor();
  await workbench.tab('menu.pipeline.json').waitFor();
  expect(await workspace.read('menu.pipeline.json')).toBe(await template('cafe-clickstream'));
  expect(await workbench.dirtyTab('menu.pipeline.json').count()).toBe(0);
});

scenario(
  'a design gets the name that opens on the canvas, whatever was typed',
  started,
  async ({ workbench, workspace }) => {
    await workbench.command(command);
    await workbench.pick('cafe-clickstream');
    await workbench.chooseFile(path.join(workspace.folder, 'menu'), 'OK');
    const canvas = await canvasOf(workbench);
    await canvas.node('lake').waitFor();
    expect(await workspace.read('menu.pipeline.json')).toBe(await template('cafe-clickstream'));
  },
);
