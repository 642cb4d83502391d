import { expect, it } from 'vitest';
import { type ExportedFile, manifestPath } from './files';
import { pathsToRead, planExport } from './plan';

type Folder = Map<string, string>;

const app = (generated: Record<string, string>, once: Record<string, string> = {}): Map<string, ExportedFile> =>
  new Map<string, ExportedFile>([
    ...Object.entries(generated).map(([path, content]) => [path, { content, ownership: 'generated' }] as const),
    ...Object.entries(once).map(([path, content]) => [path, { content, ownership: 'once' }] as const),
  ]);

function carryOut(files: Map<string, ExportedFile>, folder: Folder): { conflicts: readonly string[]; deeds: string[] } {
  const { actions, conflicts } = planExport(files, folder);
  for (const step of actions) {
    if (step.action === 'write') folder.set(step.path, step.content);
    else if (step.action === 'write-new') folder.set(step.newPath, step.content);
    else if (step.action === 'delete') folder.delete(step.path);
  }
  return {
    conflicts,
    deeds: actions.filter(({ action }) => action !== 'keep').map(({ action, path }) => `${action} ${path}`),
  };
}

it('writes everything into an empty folder, and nothing the second time', () => {
  const folder: Folder = new Map();
  const files = app({ 'lib/generated/a.ts': 'a' }, { 'bin/app.ts': 'app' });
  expect(carryOut(files, folder).deeds).toEqual([
    'write bin/app.ts',
    'write lib/generated/a.ts',
    `write ${manifestPath}`,
  ]);
  expect(carryOut(files, folder).deeds).toEqual([]);
});

it('rewrites what is generated and keeps what is the user’s', () => {
  const folder: Folder = new Map();
  carryOut(app({ g: 'one' }, { u: 'one' }), folder);
  folder.set('u', 'mine');
  expect(carryOut(app({ g: 'two' }, { u: 'two' }), folder)).toEqual({
    conflicts: [],
    deeds: ['write g', `write ${manifestPath}`],
  });
  expect([folder.get('g'), folder.get('u')]).toEqual(['two', 'mine']);
});

it('does not overwrite an edited generated file, and recovers once the new one is adopted', () => {
  const folder: Folder = new Map();
  carryOut(app({ g: 'one' }), folder);
  folder.set('g', 'edited');
  expect(carryOut(app({ g: 'two' }), folder)).toEqual({
    conflicts: ['g'],
    deeds: ['write-new g', `write ${manifestPath}`],
  });
  expect([folder.get('g'), folder.get('g.new')]).toEqual(['edited', 'two']);
  expect(carryOut(app({ g: 'two' }), folder).conflicts).toEqual(['g']);
  folder.set('g', folder.get('g.new')!);
  expect(carryOut(app({ g: 'three' }), folder).deeds).toEqual(['write g', `write ${manifestPath}`]);
});

it('does not overwrite a file that was there before the first export', () => {
  const folder: Folder = new Map([['g', 'older']]);
  expect(carryOut(app({ g: 'one' }), folder).conflicts).toEqual(['g']);
  expect(folder.get('g')).toBe('older');
});

it('deletes what nothing needs any more, unless it was edited', () => {
  const folder: Folder = new Map();
  carryOut(app({ a: 'a', b: 'b', c: 'c' }), folder);
  folder.set('b', 'edited');
  expect(carryOut(app({ c: 'c' }), folder).deeds).toEqual(['delete a', 'abandon b', `write ${manifestPath}`]);
  expect(folder.get('b')).toBe('edited');
  expect(carryOut(app({ c: 'c' }), folder).deeds).toEqual([]);
});

it.each([
  'not json',
  '[]',
  'null',
  '{"files":{"../outside":"x","/etc/passwd":"x","a/../../b":"x","c:\\\\d":"x"}}',
  '{"files":{"g":7}}',
])('lets a damaged or hostile manifest vouch for nothing: %s', (manifest) => {
  const folder: Folder = new Map([
    [manifestPath, manifest],
    ['g', 'older'],
  ]);
  const files = app({ g: 'one' });
  expect(pathsToRead(files, manifest)).toEqual([manifestPath, 'g'].sort());
  expect(carryOut(files, folder).conflicts).toEqual(['g']);
});
