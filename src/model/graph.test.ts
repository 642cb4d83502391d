import { expect, it } from 'vitest';
import { kinds } from '../services/catalog';
import { parseDocument } from './document';
import { Graph } from './graph';

const { value } = parseDocument(
  JSON.stringify({
    version: 1,
    name: 'x',
    data: [{ id: 'd' }, { id: 'e' }],
    nodes: ['a', 'b', 'c', 'loop', 'alone'].map((id) => ({
      id,
      kind: 's3',
      ...(id === 'c' && { data: ['e', 'gone'] }),
    })),
    edges: [
      { id: 'ab', from: 'a', to: 'b', data: 'd' },
      { id: 'bc', from: 'b', to: 'c', kind: 'query' },
      { id: 'meta', from: 'a', to: 'alone', kind: 'metadata', data: 'e' },
      { id: 'back', from: 'c', to: 'loop', data: 'e' },
      { id: 'again', from: 'loop', to: 'b' },
      { id: 'lost', from: 'c', to: 'nowhere' },
    ],
    groups: [
      { id: 'outer', kind: 'vpc', parent: 'inner' },
      { id: 'inner', kind: 'subnet', parent: 'outer', nodes: ['a'] },
    ],
  }),
  kinds,
);
const graph = new Graph(value, kinds);
const node = (id: string) => graph.findNode(id)!;
const ids = (elements: readonly { id: string }[]): string[] => elements.map(({ id }) => id);

it('paths follow data and queries, end in cycles, and leave the start out', () => {
  expect(ids(graph.downstream(node('a')))).toEqual(['b', 'c', 'loop']);
  expect(ids(graph.upstream(node('c')))).toEqual(['b', 'a', 'loop']);
  expect(ids(graph.downstream(node('alone')))).toEqual([]);
  expect(ids(graph.downstream(node('a'), ({ kind }) => kind === 'metadata'))).toEqual(['alone']);
});

it('data sets of a node, in and out', () => {
  expect(ids(graph.dataIn(node('b')))).toEqual(['d']);
  expect(ids(graph.dataOut(node('c')))).toEqual(['e']);
  expect(ids(graph.dataOf(node('c')))).toEqual(['e']);
  expect(ids(graph.dataIn(node('alone')))).toEqual([]);
  expect(ids(graph.dataOf(node('alone')))).toEqual(['e']);
});

it('an edge that does not say what it carries may carry anything', () => {
  const d = graph.findData('d')!;
  expect(graph.carries(graph.findEdge('again')!, d)).toBe(true);
  expect(graph.carries(graph.findEdge('ab')!, d)).toBe(true);
  expect(graph.carries(graph.findEdge('back')!, d)).toBe(false);
});

it('groups come innermost first, and a group within itself ends', () => {
  expect(ids(graph.groupsOf(node('a')))).toEqual(['inner', 'outer']);
  expect(graph.groupsOf(node('b'))).toEqual([]);
});

it('knows ends, lists and what is not there', () => {
  expect(graph.to(graph.findEdge('lost')!)).toBeUndefined();
  expect(graph.from(graph.findEdge('lost')!)).toBe(node('c'));
  expect(graph.listOf(node('a'))).toBe('nodes');
  expect(graph.listOf(value.architecture)).toBeUndefined();
  expect([
    graph.findData(undefined),
    graph.findRole('x'),
    graph.findPersona('__proto__'),
    graph.findNode('constructor'),
  ]).toEqual([undefined, undefined, undefined, undefined]);
});
