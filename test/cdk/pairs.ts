import { cdkConnections } from '../../src/connections/_generated/cdk';
import { matrix } from '../../src/connections/matrix';
import type { CdkConnections, CdkFacets } from '../../src/kit/cdk';
import { isNotSupported } from '../../src/kit/service';
import { cdkFacets } from '../../src/services/_generated/cdk';

export const facets: CdkFacets = cdkFacets;
export const connections: CdkConnections = cdkConnections;
/** Pairs of the matrix whose ends and mechanism the export knows. */
export const pairs = matrix.pairs().filter((pair) => {
  const mechanism = matrix.mechanism(pair.from, pair.to)!.mechanism;
  const facet = connections[mechanism];
  return pair.way !== 'refused' && facets[pair.from] && facets[pair.to] && facet && !isNotSupported(facet);
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

/** A design in which one service feeds another, with what that needs beside it. */
export function pairDesign(pair: { readonly from: string; readonly to: string }): object {
  return {
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
}
