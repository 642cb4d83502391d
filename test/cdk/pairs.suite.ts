import { beforeAll, describe, expect, it } from 'vitest';
import { emitCdk } from '../../src/cdk/export';
import { cdkConnections } from '../../src/connections/_generated/cdk';
import { matrix } from '../../src/connections/matrix';
import type { CdkConnections, CdkFacets } from '../../src/kit/cdk';
import { isNotSupported } from '../../src/kit/service';
import { parseDocument } from '../../src/model/document';
import { cdkFacets } from '../../src/services/_generated/cdk';
import { kinds } from '../../src/services/catalog';
import { AppFolder, type Synthesized } from './harness';

/** Every pair of the matrix between services that the export knows, each as a design of its own. */

const facets: CdkFacets = cdkFacets;
const connections: CdkConnections = cdkConnections;
const pairs = matrix.pairs().filter((pair) => {
  const mechanism = matrix.mechanism(pair.from, pair.to)!.mechanism;
  const facet = connections[mechanism];
  return pair.way !== 'refused' && facets[pair.from] && facets[pair.to] && facet && !isNotSupported(facet);
});

it('every mechanism between known services has a facet', () => {
  const without = matrix
    .pairs()
    .filter(
      ({ from, to, way }) =>
        way !== 'refused' && facets[from] && facets[to] && !connections[matrix.mechanism(from, to)!.mechanism],
    );
  expect(without.map(({ from, to }) => `${from} ${to}`)).toEqual([]);
});

/** What some pairs mean only together with: a lake and its catalog, or something behind the API. */
const lake = {
  nodes: [
    { id: 'lake', kind: 's3' },
    { id: 'catalog', kind: 'glue-catalog' },
  ],
  edges: (engine: string) => [
    { id: 'ask', from: 'lake', to: engine, kind: 'query', data: 'clicks' },
    { id: 'definitions', from: engine, to: 'catalog', kind: 'metadata' },
  ],
};
const copied = (task: string) => ({
  nodes: [
    { id: 'here', kind: 's3' },
    { id: 'there', kind: 's3' },
  ],
  edges: [
    { id: 'take', from: 'here', to: task, data: 'clicks' },
    { id: 'give', from: task, to: 'there', data: 'clicks' },
  ],
});
const beside: Readonly<Record<string, { readonly nodes: readonly object[]; readonly edges: readonly object[] }>> = {
  'athena quicksight': { nodes: lake.nodes, edges: lake.edges('source') },
  'lambda athena': { nodes: lake.nodes, edges: lake.edges('target') },
  's3 athena': {
    nodes: [{ id: 'catalog', kind: 'glue-catalog' }],
    edges: [{ id: 'definitions', from: 'target', to: 'catalog', kind: 'metadata' }],
  },
  'lambda quicksight': {
    nodes: [{ id: 'files', kind: 's3' }],
    edges: [{ id: 'import', from: 'files', to: 'target', data: 'clicks' }],
  },
  'source.web api-gateway': {
    nodes: [{ id: 'behind', kind: 'lambda' }],
    edges: [{ id: 'pass', from: 'target', to: 'behind', data: 'clicks' }],
  },
  'appflow glue-catalog': {
    nodes: [
      { id: 'saas', kind: 'source.saas' },
      { id: 'files', kind: 's3' },
    ],
    edges: [
      { id: 'fetch', from: 'saas', to: 'source', data: 'clicks' },
      { id: 'land', from: 'source', to: 'files', data: 'clicks' },
    ],
  },
  'source.files datasync': {
    nodes: [{ id: 'there', kind: 's3' }],
    edges: [{ id: 'give', from: 'target', to: 'there', data: 'clicks' }],
  },
  'step-functions datasync': copied('target'),
  'mwaa datasync': copied('target'),
  'api-gateway app-consumer': {
    nodes: [{ id: 'behind', kind: 'lambda' }],
    edges: [{ id: 'pass', from: 'source', to: 'behind', data: 'clicks' }],
  },
  'quicksight persona': {
    nodes: [{ id: 'files', kind: 's3' }],
    edges: [{ id: 'import', from: 'files', to: 'source', data: 'clicks' }],
  },
};

describe.each(pairs.map((pair) => [`${pair.from} feeds ${pair.to}`, pair] as const))('%s', (_title, pair) => {
  const design = {
    version: 1,
    name: `${pair.from} to ${pair.to}`,
    data: [
      {
        id: 'clicks',
        format: 'json',
        partitionColumns: [{ column: 'page' }],
        columns: [
          { name: 'page', type: 'string' },
          { name: 'n', type: 'int' },
        ],
      },
    ],
    nodes: [
      { id: 'source', kind: pair.from, encryption: 'cmk', kmsKey: 'key' },
      { id: 'target', kind: pair.to, encryption: 'cmk', kmsKey: 'key' },
      { id: 'key', kind: 'kms', config: { keyRotation: true } },
      ...(beside[`${pair.from} ${pair.to}`]?.nodes ?? []),
    ],
    edges: [
      { id: 'way', from: 'source', to: 'target', data: 'clicks' },
      ...(beside[`${pair.from} ${pair.to}`]?.edges ?? []),
    ],
  };
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
