import { expect, test } from 'vitest';
import { parseDocument } from '../../src/model/document';
import { Graph } from '../../src/model/graph';
import { kinds } from '../../src/services/catalog';
import { networkWords } from './network';

const { value } = parseDocument(
  JSON.stringify({
    version: 1,
    name: 'x',
    nodes: [
      { id: 'drawn', kind: 'aurora' },
      { id: 'named', kind: 'aurora', vpc: 'stores' },
      { id: 'elsewhere', kind: 'aurora', vpc: 'legacy' },
      { id: 'nowhere', kind: 'aurora' },
      { id: 'function', kind: 'lambda' },
      { id: 'inside', kind: 'lambda' },
      { id: 'bucket', kind: 's3' },
    ],
    groups: [
      { id: 'stores', kind: 'vpc', label: 'Stores', nodes: [] },
      { id: 'private', kind: 'subnet', subnet: 'private', parent: 'stores', nodes: ['drawn', 'inside', 'bucket'] },
    ],
  }),
  kinds,
);
const graph = new Graph(value, kinds);

test.each([
  ['drawn', /^Runs in the VPC "Stores"\.$/],
  ['named', /^Runs in the VPC "Stores"\.$/],
  ['elsewhere', /"legacy", which is drawn nowhere: .*isolated/],
  ['nowhere', /^Needs a VPC and is drawn in none.*default one of isolated subnets/],
  ['inside', /^Runs in the VPC "Stores"\.$/],
] as const)('%s: the network is said', (id, words) => {
  const node = value.nodes.find((candidate) => candidate.id === id)!;
  expect(networkWords(graph, node, kinds.get(node.kind)!)).toMatch(words);
});

test.each(['function', 'bucket'])('%s: nothing is said where there is nothing to decide', (id) => {
  const node = value.nodes.find((candidate) => candidate.id === id)!;
  expect(networkWords(graph, node, kinds.get(node.kind)!)).toBeUndefined();
});
