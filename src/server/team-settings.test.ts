import { expect, test } from 'vitest';
import { teamSettings } from './team-settings';

async function read(uri: string, files: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  const reader = {
    read: (address: string) =>
      files[address] === 'forbidden' ? Promise.reject(new Error('permission denied')) : Promise.resolve(files[address]),
    onProblem: (address: string, problem: string) => void problems.push(`${address}:${problem}`),
  };
  return { found: await teamSettings(reader, uri), problems };
}
const off = '{ "rules": { "cost": "off" } }';

test('the nearest file holds; one that cannot be read is told, and the next one asked', async () => {
  const files = { 'file:///a/.dataweirrc.json': off, 'file:///a/b/.dataweirrc.json': 'forbidden' };
  expect(await read('file:///a/b/c%20d/x.pipeline.json', files)).toEqual({
    found: [{ cost: 'off' }],
    problems: ['file:///a/b/.dataweirrc.json:permission denied'],
  });
  expect(await read('file:///other/x.pipeline.json', files)).toEqual({ found: [], problems: [] });
});

test.each(['untitled:Untitled-1', 'untitled:a/b.pipeline.json', 'untitled:/a/b.pipeline.json'])(
  '%s has no team around it, and is checked all the same',
  async (uri) => {
    expect(await read(uri, {})).toEqual({ found: [], problems: [] });
  },
);
