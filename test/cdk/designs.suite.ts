import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emitCdk } from '../../src/cdk/export';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import { runs } from '../properties/runs';
import { joinedDesign } from './designs';
import { AppFolder } from './harness';

/** Designs made from the schemas: whatever the vocabulary allows, the export must make something of it that deploys. */

it('any design gives code that parses and holds no name of a person', () => {
  fc.assert(
    fc.property(joinedDesign, (design) => {
      const { files } = emitCdk(parseDocument(JSON.stringify(design), kinds).value);
      for (const [file, { content }] of files) {
        expect(content, file).not.toMatch(/[\u2028\u2029\r]/);
        if (file.endsWith('.ts')) transformSync(content, { loader: 'ts' });
        if (file.endsWith('.json')) JSON.parse(content);
      }
    }),
    runs(100),
  );
});

it('any design synthesizes, validates and passes cdk-nag', async () => {
  await fc.assert(
    fc.asyncProperty(joinedDesign, async (design) => {
      using app = new AppFolder(emitCdk(parseDocument(JSON.stringify(design), kinds).value).files);
      const { invalid, nag, unneeded, warnings } = await app.synthesize();
      expect({ invalid, nag, unneeded, warnings }).toEqual({ invalid: [], nag: [], unneeded: [], warnings: [] });
    }),
    { ...runs(15), endOnFailure: true },
  );
});
