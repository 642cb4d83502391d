import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { cafe, cafeOnDesk, DesignFile, replaced } from './harness/design-file';
import { openCanvas } from './harness/open-canvas';
import { scenario } from './harness/scenario';

const folder = 'cafe-clickstream-cdk';

scenario('a design is exported, changed and exported again', cafeOnDesk(), async ({ workbench, workspace }) => {
  const file = new DesignFile(workbench, workspace);
  const canvas = await openCanvas(workbench, cafe);
  const listed = async () =>
    (await readdir(path.join(workspace.folder, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(workspace.folder, folder), path.join(entry.parentPath, entry.name)))
      .sort();
  const read = (name: string) => workspace.read(path.join(folder, name));

  await canvas.tool('export').click();
  await workbench.chooseFile(workspace.folder, 'Export Here');
  await workbench.notification(`files written to ${folder}`).waitFor();
  const names = await listed();
  expect(names).toEqual(
    expect.arrayContaining(['.dataweir/manifest.json', 'README.md', 'cdk.json', 'package.json', 'tsconfig.json']),
  );
  const generated = names.filter((name) => name.startsWith('lib/generated/'));
  expect(generated.length).toBeGreaterThan(0);
  const app = JSON.parse(await read('package.json')) as Record<string, Record<string, string>>;
  for (const versions of [app.dependencies, app.devDependencies])
    for (const [name, version] of Object.entries(versions ?? {})) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  const manifest = JSON.parse(await read('.dataweir/manifest.json')) as { files: Record<string, string> };
  expect(Object.keys(manifest.files)).toEqual(expect.arrayContaining(generated));
  expect(await file.text()).toContain('Café clickstream');

  // A person works on the app, then on the design.
  const mine = names.filter((name) => /^lib\/[^/]+\.ts$/.test(name));
  expect(mine).toHaveLength(1);
  const [stack] = mine;
  const kept = `${await read(stack!)}\n// Ours.\n`;
  await workspace.write(path.join(folder, stack!), kept);
  const before = new Map(await Promise.all(generated.map(async (name) => [name, await read(name)] as const)));
  await canvas.select('delivery');
  await canvas.fill('config.bufferSeconds', '60');
  await workbench.saveChange(cafe);
  await workbench.command('Dataweir: Export CDK App…');
  await workbench.chooseFile(path.join(workspace.folder, folder), 'Export Here');
  await expect
    .poll(async () =>
      (await Promise.all(generated.map(read))).some((text, index) => text !== before.get(generated[index]!)),
    )
    .toBe(true);
  expect(await read(stack!)).toBe(kept);
  expect((await listed()).filter((name) => name.endsWith('.new'))).toEqual([]);
  await rm(path.join(workspace.folder, folder), { recursive: true });
});

scenario(
  'a design with errors is not exported, and says which',
  cafeOnDesk((text) => replaced(text, '"to": "lake"', '"to": "gone"')),
  async ({ workbench, workspace }) => {
    const canvas = await openCanvas(workbench, cafe);
    await canvas.tool('export').click();
    await workbench.dialog().waitFor();
    await expect.poll(() => workbench.dialog().textContent()).toContain('graph/dangling-edge');
    await workbench.dialogButton('Show Problems').click();
    await workbench.problemRow('gone').waitFor();
    expect(await readdir(workspace.folder)).toEqual([cafe]);
  },
);
