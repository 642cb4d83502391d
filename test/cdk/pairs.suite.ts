import { beforeAll, describe, expect, it } from 'vitest';
import { emitCdk } from '../../src/cdk/export';
import { matrix } from '../../src/connections/matrix';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import { AppFolder, type Synthesized } from './harness';
import { connections, facets, pairDesign, pairs } from './pairs';

/** Every pair of the matrix between services that the export knows, each as a design of its own. */

it('every mechanism between known services has a facet', () => {
  const without = matrix
    .pairs()
    .filter(
      ({ from, to, way }) =>
        way !== 'refused' && facets[from] && facets[to] && !connections[matrix.mechanism(from, to)!.mechanism],
    );
  expect(without.map(({ from, to }) => `${from} ${to}`)).toEqual([]);
});

describe.each(pairs.map((pair) => [`${pair.from} feeds ${pair.to}`, pair] as const))('%s', (_title, pair) => {
  const design = pairDesign(pair);
  let result: Synthesized;
  let code: string;
  let outside: string;
  beforeAll(async () => {
    const { files } = emitCdk(parseDocument(JSON.stringify(design), kinds).value);
    code = files.get('lib/generated/pipeline-base.ts')!.content;
    outside = files.get('README.md')!.content;
    using app = new AppFolder(files);
    result = await app.synthesize();
  }, 60_000);

  it('synthesizes, validates, and passes cdk-nag with needed acknowledgments only', () => {
    const { invalid, nag, unneeded, warnings, unknownActions } = result;
    expect({ invalid, nag, unneeded, warnings, unknownActions }).toEqual({
      invalid: [],
      nag: [],
      unneeded: [],
      warnings: [],
      unknownActions: [],
    });
  });

  it('grants what the matrix says', () => {
    for (const { actions, grant, holder } of pair.permissions ?? []) {
      // Services add these themselves, where the resource policy is theirs.
      if (grant === 'resource-policy') continue;
      for (const action of actions) expect(holder === 'outside' ? outside : code, action).toContain(action);
    }
  });
});
