import { expect } from 'vitest';
import { cafe, cafeOnDesk, type Design, DesignFile, replaced } from './harness/design-file';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';

scenario('the café opens on the canvas and is not changed by that', cafeOnDesk(), async ({ workbench, workspace }) => {
  const text = await workspace.read(cafe);
  const canvas = await openCanvas(workbench, cafe);
  const design = JSON.parse(text) as Design;
  for (const { id } of design.nodes) await canvas.node(id).waitFor();
  await expect.poll(() => canvas.edges().count()).toBe(design.edges.length);
  expect(await workbench.dirtyTab(cafe).count()).toBe(0);
  expect(await workspace.read(cafe)).toBe(text);
});

scenario('each action on the canvas is one step of undo', cafeOnDesk(), async ({ workbench, workspace }) => {
  const file = new DesignFile(workbench, workspace);
  const text = await file.text();
  const canvas = await openCanvas(workbench, cafe);

  await file.isOneStep(async () => {
    await canvas.drag('delivery', { x: 0, y: 120 });
  });
  await file.isOneStep(async () => {
    await canvas.selectAll(['lake', 'catalog', 'crawler']);
    await canvas.drag('lake', { x: 0, y: -80 });
  });
  await file.isOneStep(async () => {
    await canvas.drop('lambda', { x: 200, y: 500 });
    await canvas.node('lambda').waitFor();
  });
  await canvas.node('lambda').waitFor({ state: 'detached' });
  await file.isOneStep(async () => {
    await canvas.connect('delivery', 'dashboard');
    await canvas.noticeAction('Put Amazon S3 between').click();
    await canvas.edge('s3-dashboard').waitFor();
  });
  await file.isOneStep(async () => {
    await canvas.selectAll(['lake', 'questions']);
    await canvas.tool('duplicate').click();
  });
  await file.isOneStep(async () => {
    await canvas.select('lake');
    await canvas.tool('delete').click();
    await canvas.node('lake').waitFor({ state: 'detached' });
  });
  await file.isOneStep(async () => {
    await canvas.tool('tidy').click();
  });
  await file.isOneStep(async () => {
    await canvas.select('delivery');
    for (let steps = 0; steps < 4; steps++) await canvas.page.keyboard.press('ArrowDown');
  });
  await file.isOneStep(async () => {
    await canvas.select('delivery');
    await canvas.choose('encryption', 'cmk');
  });
  expect(await file.text()).toBe(text);

  // Step by step there and back, over saving, to the very bytes.
  await canvas.drag('delivery', { x: 0, y: 120 });
  await workbench.saveChange(cafe);
  await canvas.select('crawler');
  await canvas.page.keyboard.press('Delete');
  const changed = await file.saved();
  await workbench.undo();
  await canvas.node('crawler').waitFor();
  await workbench.undo();
  expect(await file.saved()).toBe(text);
  await workbench.redo();
  await workbench.dirtyTab(cafe).waitFor();
  await workbench.redo();
  await canvas.node('crawler').waitFor({ state: 'detached' });
  expect(await file.saved()).toBe(changed);
});

scenario('a node that is moved changes its own line alone', cafeOnDesk(), async ({ workbench, workspace }) => {
  const file = new DesignFile(workbench, workspace);
  const text = await file.text();
  const canvas = await openCanvas(workbench, cafe);
  await canvas.drag('delivery', { x: 0, y: 120 });
  const moved = (await file.saved()).split('\n');
  const changed = text.split('\n').filter((line, index) => line !== moved[index]);
  expect(changed).toEqual([expect.stringContaining('"x": 512, "y": 0')]);
});

scenario(
  'an edge carries the data of its source, or is refused with the reason and a way around',
  cafeOnDesk(),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const canvas = await openCanvas(workbench, cafe);
    await canvas.drop('lambda', { x: 200, y: 500 });
    await canvas.node('lambda').waitFor();
    await canvas.connect('lake', 'lambda', async () => {
      expect(await canvas.targets('allowed').count()).toBeGreaterThan(0);
      expect(await canvas.targets('refused').count()).toBeGreaterThan(0);
    });
    await canvas.edge('lake-lambda').waitFor();
    const joined = await file.savedDesign();
    expect(joined.nodes.at(-1)).toMatchObject({ id: 'lambda', kind: 'lambda' });
    expect(joined.edges.at(-1)).toMatchObject({ from: 'lake', to: 'lambda', data: 'clicks' });

    await canvas.connect('lake', 'lambda');
    await expect.poll(() => canvas.notice().textContent()).toContain('already joined');

    await canvas.connect('delivery', 'dashboard');
    await expect.poll(() => canvas.notice().textContent()).toContain('cannot feed Amazon Quick Sight directly');
    expect(await workbench.dirtyTab(cafe).count()).toBe(0);
    await canvas.noticeAction('Put Amazon S3 between').click();
    const through = await file.savedDesign();
    const [between] = through.nodes.slice(joined.nodes.length);
    expect(between).toMatchObject({ kind: 's3' });
    expect(through.edges.slice(joined.edges.length)).toMatchObject([
      { from: 'delivery', to: between!.id, data: 'clicks' },
      { from: between!.id, to: 'dashboard', data: 'clicks' },
    ]);
  },
);

scenario(
  'nodes are marked, copied, cut and pasted, within a design and into another',
  async () => {
    const desk = await cafeOnDesk()();
    return { ...desk, files: { ...desk.files, 'empty.pipeline.json': '{ "version": 1, "name": "empty" }\n' } };
  },
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const text = await file.text();
    const before = JSON.parse(text) as Design;
    const { keyboard } = workbench.page;
    const canvas = await openCanvas(workbench, cafe);

    await canvas.frame('lake', 'crawler');
    await expect.poll(() => canvas.selectedIds()).toEqual(['catalog', 'crawler', 'lake']);
    await canvas.pane().click({ position: { x: 20, y: 20 } });
    await expect.poll(() => canvas.selectedIds()).toEqual([]);
    await canvas.selectAll(['lake', 'questions']);
    await keyboard.press('Control+c');
    await keyboard.press('Control+v');
    const pasted = await file.savedDesign();
    const [lake, questions] = pasted.nodes.slice(before.nodes.length);
    expect([lake?.kind, questions?.kind]).toEqual(['s3', 'athena']);
    // The edge between the two came along, no other.
    expect(pasted.edges.slice(before.edges.length)).toMatchObject([
      { from: lake!.id, to: questions!.id, kind: 'query' },
    ]);
    // What was pasted is marked, and so can be moved or taken away at once.
    await expect.poll(() => canvas.selectedNodes().count()).toBe(2);
    await keyboard.press('Delete');
    expect(await file.saved()).toBe(text);

    await canvas.pane().click({ position: { x: 20, y: 20 } });
    await keyboard.press('Control+a');
    await expect.poll(() => canvas.selectedNodes().count()).toBe(before.nodes.length);
    await keyboard.press('Control+x');
    await canvas.empty().waitFor();
    await workbench.undo();
    await canvas.node('lake').waitFor();
    await workbench.clean(cafe);

    const other = new DesignFile(workbench, workspace, 'empty.pipeline.json');
    await workbench.openFile(other.name);
    const emptyCanvas = await openCanvas(workbench, other.name);
    await emptyCanvas.pane().click();
    await keyboard.press('Control+v');
    const copied = await other.savedDesign();
    expect(copied.nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id));
    const ends = ({ edges }: Design) => edges.map(({ from, to }) => `${from} ${to}`);
    expect(ends(copied)).toEqual(ends(before));
  },
);

scenario(
  'a value typed in the inspector changes no other byte, and is its own text until it is left',
  cafeOnDesk(),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const text = await file.text();
    const canvas = await openCanvas(workbench, cafe);
    await canvas.select('delivery');
    const field = canvas.input('config.bufferSeconds');
    await field.fill('9999');
    await field.press('Enter');
    expect(await canvas.fieldError('config.bufferSeconds').textContent()).toContain('from 0 to 900');
    await field.press('Control+z');
    await expect.poll(() => field.inputValue()).toBe('120');
    await field.press('Control+Shift+z');
    await expect.poll(() => field.inputValue()).toBe('9999');
    await field.press('Escape');
    await expect.poll(() => field.inputValue()).toBe('120');
    expect(await workbench.dirtyTab(cafe).count()).toBe(0);

    await canvas.fill('config.bufferSeconds', '60');
    expect(await file.saved()).toBe(replaced(text, '"bufferSeconds": 120', '"bufferSeconds": 60'));
    await canvas.fill('label', 'Zustellung „Café“');
    await expect.poll(() => canvas.node('delivery').textContent()).toContain('Zustellung „Café“');
    await canvas.choose('encryption', 'cmk');
    const edited = replaced(
      replaced(text, '"bufferSeconds": 120', '"bufferSeconds": 60'),
      '"label": "Delivery"',
      '"label": "Zustellung „Café“"',
    );
    expect(await file.saved()).toBe(replaced(edited, '"encryption": "aws-managed"', '"encryption": "cmk"'));
    // A choice has no text of its own to take back: undo is that of the design.
    await workbench.undo();
    expect(await file.saved()).toBe(edited);
    for (const step of ['Delivery', '"bufferSeconds": 120']) {
      await canvas.tool('undo').click();
      expect(await file.saved()).toContain(step);
    }
    expect(await file.text()).toBe(text);
  },
);

scenario('tidy layout moves nodes and nothing else', cafeOnDesk(), async ({ workbench, workspace }) => {
  const file = new DesignFile(workbench, workspace);
  const before = JSON.parse(await file.text()) as Design;
  const canvas = await openCanvas(workbench, cafe);
  await canvas.drag('questions', { x: -60, y: 200 });
  await workbench.saveChange(cafe);
  await canvas.tool('tidy').click();
  const after = await file.savedDesign();
  expect(after.nodes.map(({ position }) => position)).not.toEqual(before.nodes.map(({ position }) => position));
  const unplaced = (design: Design) => ({ ...design, nodes: design.nodes.map(({ position: _, ...rest }) => rest) });
  expect(unplaced(after)).toEqual(unplaced(before));
  const places = new Set(after.nodes.map(({ position }) => JSON.stringify(position)));
  expect(places.size).toBe(after.nodes.length);
});

scenario('a design is built by keyboard alone', cafeOnDesk(), async ({ workbench, workspace }) => {
  const file = new DesignFile(workbench, workspace);
  const { keyboard } = workbench.page;
  const canvas = await openCanvas(workbench, cafe);
  await workbench.command('Dataweir: Focus Palette');
  await expect.poll(() => canvas.paletteSearch().evaluate((input) => input === document.activeElement)).toBe(true);
  await keyboard.type('lambda');
  await keyboard.press('Enter');
  await canvas.node('lambda').waitFor();
  await workbench.command('Dataweir: Focus Inspector');
  await canvas.field('connect').locator('select').selectOption({ label: 'Clicks lake' });
  await canvas.edge('lambda-lake').waitFor();
  const built = await file.savedDesign();
  expect(built.nodes.at(-1)).toMatchObject({ id: 'lambda' });
  expect(built.edges.at(-1)).toMatchObject({ from: 'lambda', to: 'lake' });
  expect(await canvas.announcement().textContent()).toContain('now feeds');
});
