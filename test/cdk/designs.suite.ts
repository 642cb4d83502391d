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
    { ...runs(200), endOnFailure: true },
  );
});

it('tells people and producers outside what they need, by edge and by grant', () => {
  const design = {
    version: 1,
    name: 'readers',
    data: [{ id: 'clicks', format: 'json' }],
    nodes: [
      { id: 'lake', kind: 's3' },
      { id: 'shop', kind: 'source.app' },
    ],
    edges: [{ id: 'upload', from: 'shop', to: 'lake', data: 'clicks' }],
    personas: [{ id: 'engineer', name: 'Engineers', type: 'data-engineer' }],
    grants: [
      { persona: 'engineer', node: 'lake', data: 'clicks', scope: 'prefix' },
      { id: 'fix', persona: 'engineer', node: 'lake', data: 'clicks', level: 'write', mechanism: 'lake-formation' },
    ],
  };
  const { files, leftOut } = emitCdk(parseDocument(JSON.stringify(design), kinds).value);
  const readme = files.get('README.md')!.content;
  const policyOf = (who: string): unknown =>
    JSON.parse(/```json\n([^`]*)```/.exec(readme.slice(readme.indexOf(`### ${who}`)))![1]!);
  expect(policyOf('producer')).toMatchObject({
    Statement: [{ Action: ['s3:AbortMultipartUpload', 's3:PutObject'], Resource: ['<lakeBucketArn>/clicks/*'] }],
  });
  expect(policyOf('person')).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['<lakeBucketArn>/clicks/*'] },
      { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: ['<lakeBucketArn>'] },
    ],
  });
  expect(leftOut).toEqual([{ element: 'fix', reason: expect.stringContaining('lake-formation') }]);
});
