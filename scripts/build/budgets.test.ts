import type { Metafile } from 'esbuild';
import { expect, test } from 'vitest';
import { exceededBudgets } from './budgets';

type Output = Metafile['outputs'][string];

const output = (bytes: number, imports: Output['imports'] = [], inputs: readonly string[] = []): Output => ({
  bytes,
  imports,
  exports: [],
  inputs: Object.fromEntries(inputs.map((input) => [input, { bytesInOutput: 1 }])),
});

test('what is imported statically counts, what is imported lazily does not', () => {
  const metafile: Metafile = {
    inputs: {},
    outputs: {
      'dist/extension.js': output(40_000, [
        { path: 'dist/extension/chunk.js', kind: 'import-statement' },
        { path: 'dist/extension/lazy.js', kind: 'dynamic-import' },
      ]),
      'dist/extension/chunk.js': output(21_441),
      'dist/extension/lazy.js': output(900_000, [], ['node_modules/zod/index.js']),
    },
  };
  expect(exceededBudgets(metafile)).toEqual([
    'dist/extension.js and what it loads at once are 61441 bytes; at most 61440 are allowed.',
  ]);
});

test('a heavy package behind a static import is named', () => {
  const metafile: Metafile = {
    inputs: {},
    outputs: {
      'dist/extension.js': output(1, [{ path: 'dist/extension/chunk.js', kind: 'import-statement' }]),
      'dist/extension/chunk.js': output(1, [], ['node_modules/vscode-languageclient/lib/main.js']),
    },
  };
  expect(exceededBudgets(metafile)).toEqual([
    'dist/extension.js loads vscode-languageclient at once; import it where it is needed, by import().',
  ]);
});
