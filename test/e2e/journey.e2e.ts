import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { cafe, cafeOnDesk, type Design, DesignFile, replaced } from './harness/design-file';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';

scenario(
  'from the template over a dragged service, its finding and its fix to an exported app, and every step back',
  cafeOnDesk(),
  async ({ workbench, workspace }) => {
    const file = new DesignFile(workbench, workspace);
    const original = await file.text();
    const canvas = await openCanvas(workbench, cafe);
    await canvas.node('lake').waitFor();

    // A service from the palette, joined.
    await canvas.drop('s3', { x: 360, y: 460 });
    await canvas.node('s3').waitFor();
    await canvas.connect('clicks-api', 's3');
    await canvas.edge('clicks-api-s3').waitFor();

    // What is wrong with it, mended from the Problems view.
    const fault = 'S3 still answers plain HTTP';
    await workbench.showProblems();
    await workbench.problemRow(fault).waitFor();
    await canvas.badge('s3').waitFor();
    await workbench.fixProblem(fault, 'Deny requests without TLS');
    await workbench.problemRow(fault).waitFor({ state: 'detached' });
    const built = await file.saved();
    const { nodes } = JSON.parse(built) as Design;
    expect(nodes.at(-1)).toMatchObject({ id: 's3', config: { tlsOnly: true } });

    // All of it back and forth.
    for (let step = 0; step < 3; step++) await canvas.tool('undo').click();
    await canvas.node('s3').waitFor({ state: 'detached' });
    expect(await file.saved()).toBe(original);
    for (let step = 0; step < 3; step++) await canvas.tool('redo').click();
    await canvas.edge('clicks-api-s3').waitFor();
    await workbench.problemRow(fault).waitFor({ state: 'detached' });
    expect(await file.saved()).toBe(built);
    for (let step = 0; step < 3; step++) await canvas.tool('undo').click();
    expect(await file.saved()).toBe(original);

    // The text beside: edited, broken and mended.
    await canvas.tool('text').click();
    await workbench.pasteOverText(replaced(original, '"Menu dashboard"', '"Board"'));
    await expect.poll(() => canvas.node('dashboard').textContent()).toContain('Board');
    await workbench.pasteOverText(original.slice(0, -10));
    await canvas.banner().waitFor();
    await expect.poll(() => canvas.node('dashboard').textContent()).toContain('Board');
    await workbench.pasteOverText(original);
    await canvas.banner().waitFor({ state: 'detached' });
    await expect.poll(() => canvas.node('dashboard').textContent()).toContain('Menu dashboard');
    await workbench.save();
    await workbench.clean(cafe);
    expect(await file.text()).toBe(original);

    await canvas.tool('export').click();
    await workbench.chooseFile(workspace.folder, 'Export Here');
    await workbench.notification('files written to cafe-clickstream-cdk').waitFor();
    const app = await readdir(path.join(workspace.folder, 'cafe-clickstream-cdk'));
    expect(app).toEqual(expect.arrayContaining(['bin', 'lib', 'package.json', 'cdk.json']));
  },
);
