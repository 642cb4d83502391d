import { expect } from 'vitest';
import { cafe, cafeOnDesk, DesignFile, replaced } from './harness/design-file';
import { canvasOf, openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';

scenario(
  'the text beside the canvas and the canvas follow each other',
  cafeOnDesk(),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const text = await file.text();
    const canvas = await openCanvas(workbench, cafe);
    await canvas.select('questions');
    await canvas.tool('text').click();
    // It opens where the selected element is.
    await expect.poll(() => workbench.textEditor().textContent()).toContain('Questions');
    await canvas.tool('zoomIn').click();
    await canvas.settled();
    const viewport = await canvas.viewport();

    await workbench.pasteOverText(replaced(text, '"Menu dashboard"', '"Board"'));
    await expect.poll(() => canvas.node('dashboard').textContent()).toContain('Board');
    expect(await canvas.viewport()).toBe(viewport);
    expect(await canvas.selectedIds()).toEqual(['questions']);
    const typed = await file.saved();
    expect(typed).toBe(replaced(text, '"Menu dashboard"', '"Board"'));

    // Undo and redo are the document's, whichever editor they are asked of.
    await canvas.pane().click({ position: { x: 20, y: 20 } });
    await workbench.undo();
    await expect.poll(() => canvas.node('dashboard').textContent()).toContain('Menu dashboard');
    expect(await file.saved()).toBe(text);
    await canvas.tool('inspector').click();
    await canvas.fill('name', 'renamed');
    await workbench.textEditor().click();
    await workbench.page.keyboard.press('Control+Home');
    await expect.poll(() => workbench.textEditor().textContent()).toContain('renamed');
    await workbench.undo();
    await workbench.clean(cafe);
    await expect.poll(() => canvas.input('name').inputValue()).toBe('Café clickstream');
  },
);

scenario(
  'another program changes the file; selection and view stay',
  cafeOnDesk(),
  async ({ workbench, workspace }) => {
    const text = await workspace.read(cafe);
    const canvas = await openCanvas(workbench, cafe);
    await canvas.selectAll(['questions', 'lake']);
    await canvas.tool('zoomIn').click();
    await canvas.settled();
    const viewport = await canvas.viewport();
    const change = replaced(text, '"Menu dashboard"', '"Board"').replace('"x": 1280', '"x": 1360');
    await workspace.write(cafe, change);
    await expect.poll(() => canvas.node('dashboard').textContent()).toContain('Board');
    expect(await canvas.viewport()).toBe(viewport);
    expect(await canvas.selectedIds()).toEqual(['lake', 'questions']);
    expect(await workbench.dirtyTab(cafe).count()).toBe(0);

    // What was selected may be gone; nothing else is selected in its place, and it is not missed.
    await workspace.write(
      cafe,
      replaced(change, '"id": "questions"', '"id": "answers"').replaceAll('"questions"', '"answers"'),
    );
    await canvas.node('answers').waitFor();
    await expect.poll(() => canvas.selectedIds()).toEqual(['lake']);
  },
);

scenario(
  'two canvases of one design show the same, each in its own way',
  cafeOnDesk(),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const text = await file.text();
    const left = await openCanvas(workbench, cafe);
    await left.select('delivery');
    await workbench.command('View: Split Editor Right');
    const right = await canvasOf(workbench, 1);
    await right.node('lake').waitFor();
    expect(await right.selectedIds()).toEqual([]);

    await right.select('catalog');
    await right.page.keyboard.press('Delete');
    await left.node('catalog').waitFor({ state: 'detached' });
    expect(await left.selectedIds()).toEqual(['delivery']);
    await left.pane().click({ position: { x: 20, y: 20 } });
    await workbench.undo();
    await right.node('catalog').waitFor();
    await workbench.clean(cafe);
    expect(await file.text()).toBe(text);

    // One of them is closed, and opened again, without the other or the text taking notice.
    await workbench.closeEditor();
    await expect.poll(() => workbench.webviewFrame('dataweir.dataweir').count()).toBe(1);
    const rest = await canvasOf(workbench);
    await rest.drag('crawler', { x: 0, y: 60 });
    await workbench.saveChange(cafe);
    expect(await file.text()).not.toBe(text);
  },
);

scenario('canvas and text change places in one tab', cafeOnDesk(), async ({ workbench }) => {
  const canvas = await openCanvas(workbench, cafe);
  await canvas.node('lake').waitFor();
  await workbench.command('Dataweir: Toggle Canvas and Text');
  await expect.poll(() => workbench.textEditor().textContent()).toContain('clickstream');
  expect(await workbench.activeTab().count()).toBe(1);
  await workbench.command('Dataweir: Toggle Canvas and Text');
  const again = await canvasOf(workbench);
  await again.node('lake').waitFor();
  expect(await workbench.tabs().count()).toBe(1);
});

scenario(
  'a canvas that was hidden shows what happened meanwhile',
  async () => {
    const desk = await cafeOnDesk()();
    return { ...desk, files: { ...desk.files, 'notes.txt': 'Nothing.\n' } };
  },
  async ({ workbench, workspace }) => {
    const text = await workspace.read(cafe);
    const canvas = await openCanvas(workbench, cafe);
    await canvas.select('questions');
    await canvas.tool('zoomIn').click();
    await canvas.settled();
    const viewport = await canvas.viewport();
    await workbench.openFile('notes.txt');
    await workspace.write(cafe, replaced(text, '"Menu dashboard"', '"Board"'));
    await workbench.openFile(cafe);
    const again = await canvasOf(workbench);
    await expect.poll(() => again.node('dashboard').textContent()).toContain('Board');
    expect(await again.viewport()).toBe(viewport);
    expect(await again.selectedIds()).toEqual(['questions']);
  },
);
