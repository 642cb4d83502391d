import { expect } from 'vitest';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';
import { template } from './harness/workspace';

const name = 'cafe-clickstream.pipeline.json';
const cafe = async () => ({ files: { [name]: await template('cafe-clickstream') } });

scenario('the café opens on the canvas and is not changed by that', cafe, async ({ workbench, workspace }) => {
  const text = await workspace.read(name);
  const canvas = await openCanvas(workbench, name);
  const design = JSON.parse(text) as { nodes: { id: string }[]; edges: unknown[] };
  for (const { id } of design.nodes) await canvas.node(id).waitFor();
  await expect.poll(() => canvas.edges().count()).toBe(design.edges.length);
  expect(await workbench.dirtyTab(name).count()).toBe(0);
  expect(await workspace.read(name)).toBe(text);
});

scenario('moving a node is one step that undo takes back to the byte', cafe, async ({ workbench, workspace }) => {
  const text = await workspace.read(name);
  const canvas = await openCanvas(workbench, name);
  await canvas.node('delivery').waitFor();
  await canvas.drag('delivery', { x: 0, y: 120 });
  await workbench.dirtyTab(name).waitFor();
  await workbench.save();
  await expect.poll(() => workspace.read(name)).not.toBe(text);
  const moved = (await workspace.read(name)).split('\n');
  const lines = text.split('\n');
  const changed = lines.flatMap((line, index) => (line === moved[index] ? [] : [index]));
  expect(changed).toHaveLength(1);
  const from = lines.findIndex((line) => line.includes('"id": "delivery"'));
  expect(changed[0]).toBe(lines.findIndex((line, index) => index >= from && line.includes('"position"')));
  await workbench.undo();
  await workbench.dirtyTab(name).waitFor();
  await workbench.save();
  await expect.poll(() => workspace.read(name)).toBe(text);
});

scenario('what is wrong with a design is in the Problems view', cafe, async ({ workbench, workspace }) => {
  const text = await workspace.read(name);
  await workspace.write(name, text.replace('"tlsOnly": true', '"tlsOnly": false'));
  await openCanvas(workbench, name);
  await workbench.showProblems();
  await expect
    .poll(() => workbench.problems(), { timeout: 10_000 })
    .toEqual(expect.arrayContaining([expect.stringMatching(/TLS|HTTPS|encrypt/i)]));
});
