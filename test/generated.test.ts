import { expect, it } from 'vitest';
import { generateAll } from '../scripts/generate';
import { orphans, staleOutputs } from '../scripts/generate/outputs';
import { root } from '../scripts/paths';

it('every generated file is fresh: run `npm run generate` and commit what it writes', async () => {
  const outputs = await generateAll(() => {});
  expect(outputs.size).toBeGreaterThan(20);
  expect(staleOutputs(root, outputs)).toEqual([]);
  expect(orphans(root, outputs)).toEqual([]);
});
