import { expect } from 'vitest';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';
import { template } from './harness/workspace';

const name = 'cafe-clickstream.pipeline.json';
const cafe = async () => ({ files: { [name]: await template('cafe-clickstream') } });

interface Design {
  nodes: {
    id: string;
    kind: string;
    label?: string;
    position: { x: number; y: number };
    config?: Record<string, unknown>;
  }[];
  edges: { id: string; from: string; to: string; data?: string }[];
}

scenario(
  'a service is dragged from the palette, joined, and refused with the reason',
  cafe,
  async ({ workbench, workspace }) => {
    const canvas = await openCanvas(workbench, name);
    const saved = async () => {
      await workbench.save();
      await expect.poll(() => workbench.dirtyTab(name).count()).toBe(0);
      return JSON.parse(await workspace.read(name)) as Design;
    };
    if (!(await canvas.paletteItem('lambda').isVisible())) await canvas.tool('palette').click();
    await canvas.drop('lambda', { x: 200, y: 420 });
    await canvas.node('lambda').waitFor();
    await canvas.connect('lake', 'lambda', async () => {
      expect(await canvas.targets('allowed').count()).toBeGreaterThan(0);
      expect(await canvas.targets('refused').count()).toBeGreaterThan(0);
    });
    await canvas.edge('lake-lambda').waitFor();
    const joined = await saved();
    expect(joined.nodes.at(-1)).toMatchObject({ id: 'lambda', kind: 'lambda' });
    expect(joined.edges.at(-1)).toMatchObject({ from: 'lake', to: 'lambda', data: 'clicks' });

    await canvas.connect('menu-site', 'questions');
    await canvas.notice().waitFor();
    expect(await canvas.notice().textContent()).toContain('cannot feed Amazon Athena');
    expect((await saved()).edges).toEqual(joined.edges);
  },
);

scenario('a field is one undo step, and its own text until it is left', cafe, async ({ workbench, workspace }) => {
  const text = await workspace.read(name);
  const canvas = await openCanvas(workbench, name);
  await canvas.node('delivery').waitFor();
  if (!(await canvas.inspector().isVisible())) await canvas.tool('inspector').click();
  await canvas.select('delivery');
  const field = canvas.input('config.bufferSeconds');
  await field.fill('9999');
  await field.press('Enter');
  expect(await canvas.fieldError('config.bufferSeconds').textContent()).toContain('at most 900');
  await field.press('Control+z');
  expect(await workbench.dirtyTab(name).count()).toBe(0);
  await canvas.fill('config.bufferSeconds', '60');
  await workbench.dirtyTab(name).waitFor();
  await workbench.save();
  await expect.poll(() => workspace.read(name)).toBe(text.replace('"bufferSeconds": 120', '"bufferSeconds": 60'));
  await canvas.tool('undo').click();
  await workbench.dirtyTab(name).waitFor();
  await workbench.save();
  await expect.poll(() => workspace.read(name)).toBe(text);
});

scenario(
  'tidy layout is one undo step, and a change from outside moves nothing else',
  cafe,
  async ({ workbench, workspace }) => {
    const text = await workspace.read(name);
    const canvas = await openCanvas(workbench, name);
    await canvas.node('delivery').waitFor();
    await canvas.tool('tidy').click();
    await workbench.dirtyTab(name).waitFor();
    await workbench.save();
    await expect.poll(() => workspace.read(name)).not.toBe(text);
    await canvas.tool('undo').click();
    await workbench.dirtyTab(name).waitFor();
    await workbench.save();
    await expect.poll(() => workspace.read(name)).toBe(text);

    await canvas.select('questions');
    const viewport = await canvas.viewport();
    await workspace.write(name, text.replace('"Menu dashboard"', '"Board"'));
    await expect.poll(() => canvas.node('dashboard').textContent()).toContain('Board');
    expect(await canvas.viewport()).toBe(viewport);
    expect(await canvas.selectedNodes().count()).toBe(1);
  },
);
