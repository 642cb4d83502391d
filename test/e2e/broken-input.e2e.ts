import { expect } from 'vitest';
import { cafe, cafeOnDesk, DesignFile, replaced } from './harness/design-file';
import { canvasOf, openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';
import { template } from './harness/workspace';

scenario(
  'text that is broken leaves the last picture, and is mended',
  cafeOnDesk(),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const text = await file.text();
    const line = text.slice(0, text.indexOf('"edges": [')).split('\n').length;
    const canvas = await openCanvas(workbench, cafe);
    await canvas.tool('text').click();
    await workbench.pasteOverText(replaced(text, '"edges": [', '"edges" ['));
    await expect.poll(() => canvas.banner().textContent()).toContain(`The text cannot be read, line ${line}.`);
    // It can still be looked at, and is not changed by accident.
    await canvas.node('lake').waitFor();
    expect(await canvas.tool('tidy').isDisabled()).toBe(true);
    expect(await canvas.tool('undo').isDisabled()).toBe(true);
    const distance = await canvas.distance('lake', 'catalog');
    await canvas.drag('lake', { x: 0, y: 100 });
    expect(await canvas.distance('lake', 'catalog')).toEqual(distance);
    await workbench.showProblems();
    await expect
      .poll(() => workbench.problems())
      .toEqual(expect.arrayContaining([expect.stringContaining('not-json')]));

    await workbench.pasteOverText(text);
    await canvas.banner().waitFor({ state: 'detached' });
    expect(await canvas.tool('tidy').isDisabled()).toBe(false);
    await workbench.save();
    await workbench.clean(cafe);
    expect(await file.text()).toBe(text);
  },
);

const unreadable: Readonly<Record<string, (text: string) => string>> = {
  'conflict.pipeline.json': (text) =>
    replaced(
      text,
      '"name": "Menu clicks",',
      '<<<<<<< ours\n      "name": "Menu clicks",\n=======\n      "name": "Clicks of the menu",\n>>>>>>> theirs',
    ),
  'prose.pipeline.json': () => 'A café wants to know what its visitors click.\n',
  'cut.pipeline.json': (text) => text.slice(0, text.length / 2),
};

scenario(
  'a file that cannot be read opens with a message that leads to the fault',
  async () => {
    const text = await template('cafe-clickstream');
    return { files: Object.fromEntries(Object.entries(unreadable).map(([name, spoil]) => [name, spoil(text)])) };
  },
  async ({ workbench, workspace }) => {
    for (const name of Object.keys(unreadable)) {
      const text = await workspace.read(name);
      const canvas = await openCanvas(workbench, name);
      await expect.poll(() => canvas.banner().textContent()).toMatch(/The text cannot be read, line \d+\./);
      await canvas.banner().locator('button', { hasText: 'Open text' }).click();
      await workbench.textEditor().waitFor();
      await workbench.command('View: Close All Editors');
      await workbench.textEditor().waitFor({ state: 'detached' });
      expect(await workspace.read(name)).toBe(text);
    }
  },
);

const odd: Readonly<Record<string, { readonly text: string; readonly problem: string; readonly nodes: number }>> = {
  'twice.pipeline.json': {
    text: '{ "version": 1, "name": "twice", "nodes": [\n{ "id": "a", "kind": "s3" },\n{ "id": "a", "kind": "lambda" } ] }',
    problem: 'twice',
    nodes: 1,
  },
  'nowhere.pipeline.json': {
    text: '{ "version": 1, "name": "nowhere", "nodes": [\n{ "id": "a", "kind": "s3" } ],\n"edges": [{ "id": "e", "from": "a", "to": "gone" }] }',
    problem: 'gone',
    nodes: 1,
  },
  'future.pipeline.json': {
    text: '{ "version": 1, "name": "future", "nodes": [\n{ "id": "a", "kind": "quantum-lake", "config": { "qubits": 7 } } ] }',
    problem: 'quantum-lake',
    nodes: 1,
  },
  'wrong.pipeline.json': {
    text: '{ "version": 1, "name": 7, "nodes": [\n{ "id": "a", "kind": "s3", "config": { "versioning": 3 } }, 5, null ] }',
    problem: 'versioning',
    nodes: 1,
  },
  'empty.pipeline.json': { text: '', problem: '', nodes: 0 },
};

scenario(
  'a design that is odd in parts is drawn as far as it goes, and the problems say the rest',
  { files: Object.fromEntries(Object.entries(odd).map(([name, { text }]) => [name, text])) },
  async ({ workbench, workspace }) => {
    await workbench.showProblems();
    for (const [name, { text, problem, nodes }] of Object.entries(odd)) {
      const canvas = await openCanvas(workbench, name);
      if (nodes > 0) await canvas.nodes().first().waitFor();
      expect.soft(await canvas.nodes().count(), name).toBe(nodes);
      if (problem) await workbench.problemRow(problem).waitFor();
      expect(await workspace.read(name)).toBe(text);
      await workbench.closeEditor();
    }
  },
);

const manyNodes = 5000;

function large(): string {
  const id = (index: number) => `n${index}`;
  const nodes = Array.from({ length: manyNodes }, (_, index) => ({
    id: id(index),
    kind: (['firehose', 's3', 'athena', 'lambda'] as const)[index % 4],
    position: { x: (index % 100) * 256, y: Math.floor(index / 100) * 160 },
  }));
  const edges = Array.from({ length: manyNodes - 1 }, (_, index) => ({
    id: `e${index}`,
    from: id(index),
    to: id(index + 1),
  }));
  const lines = (entries: readonly unknown[]) => entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "version": 1,\n  "name": "large",\n  "nodes": [\n${lines(nodes)}\n  ],\n  "edges": [\n${lines(edges)}\n  ]\n}\n`;
}

scenario(
  `a design of ${manyNodes} nodes can be worked with`,
  { files: { 'large.pipeline.json': large() }, size: { width: 1440, height: 900 } },
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace, 'large.pipeline.json');
    const text = await file.text();
    await workbench.openFile(file.name);
    const canvas = await canvasOf(workbench);
    await canvas.nodes().first().waitFor();
    await canvas.inspector().locator('[data-field="name"]').waitFor();
    await canvas.page.mouse.move(700, 400);
    await canvas.page.keyboard.down('Control');
    for (let turn = 0; turn < 6; turn++) await canvas.page.mouse.wheel(0, -240);
    await canvas.page.keyboard.up('Control');
    await canvas.settled();
    const id = await canvas.middleNode();
    await canvas.select(id);
    await canvas.drag(id, { x: 40, y: 60 });
    await workbench.dirtyTab(file.name).waitFor();
    const moved = (await file.saved()).split('\n');
    const changed = text.split('\n').filter((line, index) => line !== moved[index]);
    expect(changed).toEqual([expect.stringContaining(`"${id}"`)]);
    await workbench.undo();
    expect(await file.saved()).toBe(text);
  },
);
