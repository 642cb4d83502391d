import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emitCdk } from '../../src/cdk/export';
import { parseDocument } from '../../src/model/document';
import { cdkFacets } from '../../src/services/_generated/cdk';
import { kinds } from '../../src/services/catalog';
import { AppFolder, root, type Synthesized } from './harness';

/**
 * Goldens: `src/services/<kind>/golden/<case>/` holds a design, the stack that it becomes, and the template of that stack.
 * `UPDATE_GOLDENS=1` writes the last two; read the difference before you commit it.
 */
const update = process.env.UPDATE_GOLDENS === '1';
const source = path.join(root, 'src/services');
const cases = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(source, entry.name, 'golden')))
  .flatMap(({ name: kind }) =>
    readdirSync(path.join(source, kind, 'golden')).map((name) => ({
      kind,
      name,
      folder: path.join(source, kind, 'golden', name),
    })),
  );

function designOf(folder: string): ReturnType<typeof parseDocument> {
  return parseDocument(readFileSync(path.join(folder, 'pipeline.jsonc'), 'utf8'), kinds);
}

function equals(file: string, actual: string): void {
  if (update) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, 'utf8'));
}

it('every kind with a construct is in the folder of its own', () => {
  expect([...new Set(cases.map(({ kind }) => kind))].sort()).toEqual(
    Object.entries(cdkFacets)
      .filter(([, facet]) => !('notSupported' in facet))
      .map(([kind]) => kind)
      .sort(),
  );
  for (const { kind, folder } of cases)
    expect(
      designOf(folder).value.nodes.map((node) => node.kind),
      folder,
    ).toContain(kind);
});

describe.each(cases.map((golden) => [`${golden.kind}: ${golden.name}`, golden] as const))(
  'golden %s',
  (_title, { folder }) => {
    let result: Synthesized;
    let stack: string;
    beforeAll(async () => {
      const { files } = emitCdk(designOf(folder).value);
      stack = files.get('lib/generated/pipeline-base.ts')!.content;
      using app = new AppFolder(files);
      result = await app.synthesize();
    }, 60_000);

    it('is a design without a problem', () => expect(designOf(folder).problems).toEqual([]));
    it('emits its stack', () => equals(path.join(folder, 'stack.ts'), stack));
    it('synthesizes its template', () => equals(path.join(folder, 'template.json'), `${result.text}\n`));
    it('deploys as far as can be known', () => {
      const { invalid, nag, unneeded, warnings, unknownActions } = result;
      expect({ invalid, nag, unneeded, warnings, unknownActions }).toEqual({
        invalid: [],
        nag: [],
        unneeded: [],
        warnings: [],
        unknownActions: [],
      });
    });
  },
);
