import { describe, expect, test } from 'vitest';
import { parseDocument } from '../model/document';
import type { Edit } from '../model/edit';
import { Graph } from '../model/graph';
import { kinds } from '../services/catalog';
import { catalogue, keepAsIceberg, Refactoring } from './refactoring';

function refactor(design: object, how: (change: Refactoring, graph: Graph) => void): readonly Edit[] {
  const graph = new Graph(parseDocument(JSON.stringify({ version: 1, name: 'x', ...design }), kinds).value, kinds);
  const change = new Refactoring(graph);
  how(change, graph);
  return change.edits;
}

describe('a store that becomes a table', () => {
  const formatsSet = (design: { readonly nodes: readonly object[]; readonly data: readonly object[] }) =>
    refactor(design, (change, graph) => {
      const lake = graph.findNode('lake')!;
      keepAsIceberg(change, graph, lake, graph.dataOf(lake));
    }).filter((edit) => edit.op === 'set' && edit.element.list === 'data');
  const lake = { id: 'lake', kind: 's3', data: ['orders'] };

  test('changes the format of what it holds alone', () => {
    expect(formatsSet({ data: [{ id: 'orders', format: 'csv' }], nodes: [lake] })).toEqual([
      { op: 'set', element: { list: 'data', id: 'orders' }, path: ['format'], value: 'iceberg' },
    ]);
  });

  test.each([
    ['that is a table already', 'hudi', [lake]],
    ['that nobody declared', undefined, [lake]],
    ['that another store holds too', 'csv', [lake, { ...lake, id: 'copy' }]],
  ])('leaves a format %s', (_, format, nodes) => {
    expect(formatsSet({ data: [{ id: 'orders', format }], nodes })).toEqual([]);
  });

  test.each([
    ['s3', ['tableType', 'compaction']],
    ['lake-formation', ['tableType']],
  ])('%s is told %j', (kind, fields) => {
    const edits = refactor({ nodes: [{ id: 'lake', kind }] }, (change, graph) =>
      keepAsIceberg(change, graph, graph.findNode('lake')!, []),
    );
    expect(edits.map((edit) => (edit.op === 'set' ? edit.path.at(-1) : edit.op))).toEqual(fields);
  });
});

describe('an engine that needs tables', () => {
  const nodes = [
    { id: 'lake', kind: 's3' },
    { id: 'ask', kind: 'athena' },
    { id: 'tables', kind: 'glue-catalog' },
  ];
  const join = (edges: readonly object[]) =>
    refactor({ nodes, edges }, (change, graph) =>
      catalogue(change, graph, { id: 'lake' }, { id: 'ask', beside: graph.findNode('ask')! }, false),
    );

  test('is joined to the catalog that is drawn', () => {
    expect(join([])).toMatchObject([{ op: 'add', list: 'edges', value: { from: 'ask', to: 'tables' } }]);
  });

  test('keeps the catalog that it has', () => {
    expect(join([{ id: 'known', from: 'ask', to: 'tables', kind: 'metadata' }])).toEqual([]);
  });
});
