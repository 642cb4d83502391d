import { describe, expect, it } from 'vitest';
import { kinds } from '../services/catalog';
import { parseDocument } from './document';
import { applyEdits, type Edit } from './edit';
import {
  addNode,
  connect,
  copyFragment,
  freeId,
  moveNodes,
  pasteFragment,
  removeElements,
  renameElement,
  slugify,
  snap,
} from './operations';
import type { Pipeline } from './vocabulary';

const design = {
  version: 1,
  name: 'x',
  architecture: { trail: { dataEvents: ['raw', 'cold'] } },
  data: [{ id: 'clicks', systemOfRecord: ['raw', 'cold'] }],
  nodes: [
    { id: 'site', kind: 'source.web', data: ['clicks'], position: { x: 0, y: 0 } },
    { id: 'raw', kind: 's3', data: ['clicks'], position: { x: 96, y: 8 }, kmsKey: 'key', roleRef: 'writer' },
    { id: 'cold', kind: 's3', config: { replication: [{ to: 'raw' }] } },
    { id: 'key', kind: 'kms' },
  ],
  edges: [
    { id: 'site-raw', from: 'site', to: 'raw', data: 'clicks' },
    { id: 'raw-cold', from: 'raw', to: 'cold' },
  ],
  groups: [{ id: 'lake', kind: 'lake', nodes: ['raw', 'cold'] }],
  personas: [{ id: 'engineer', name: 'Engineer', type: 'data-engineer' }],
  grants: [{ persona: 'engineer', node: 'raw', data: 'clicks' }],
  roles: [
    {
      id: 'writer',
      trust: ['firehose.amazonaws.com'],
      statements: [
        { effect: 'Allow', actions: ['s3:PutObject'], resources: ['raw/*', 'raw', 'rawer', 'arn:aws:s3:::raw'] },
      ],
    },
  ],
  suppressions: [
    { rule: 'cost/x', on: 'raw' },
    { rule: 'cost/y', on: 'cold' },
  ],
};

const document = parseDocument(JSON.stringify(design, null, 2), kinds);
const changedBy = (edits: readonly Edit[]): Pipeline => {
  const changed = parseDocument(applyEdits(document, edits), kinds);
  expect(changed.problems).toEqual(document.problems);
  return changed.value;
};

describe('ids and positions', () => {
  it.each([
    ['Menu clicks (raw)', 'menu-clicks-raw'],
    ['Café Über', 'cafe-uber'],
    ['日本', 'item'],
    ['--a--', 'a'],
    [`${'x'.repeat(47)} y`, 'x'.repeat(47)],
  ])('%s becomes %s', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('free ids count on from two', () => {
    expect(freeId(new Set(), 'Raw')).toBe('raw');
    expect(freeId(new Set(['raw', 'raw-2']), 'raw')).toBe('raw-3');
  });

  it('positions snap to the grid', () => {
    expect([snap(3.9), snap(4), snap(-5), snap(-3)]).toEqual([0, 8, -8, 0]);
    expect(changedBy(moveNodes(new Map([['raw', { x: 13, y: -1 }]]))).nodes[1]!.position).toEqual({ x: 16, y: 0 });
  });
});

describe('drawing', () => {
  it('a node gets an id of its own from its label', () => {
    const { id, edits } = addNode(document.value, {
      kind: 's3',
      label: 'Raw',
      position: { x: 1, y: 99 },
      config: { tlsOnly: true },
    });
    expect(id).toBe('raw-2');
    expect(changedBy(edits).nodes.at(-1)).toEqual({
      id,
      kind: 's3',
      label: 'Raw',
      position: { x: 0, y: 96 },
      config: { tlsOnly: true },
    });
  });

  it('an edge is named by its ends', () => {
    const { id, edits } = connect(document.value, { from: 'site', to: 'raw', data: undefined, kind: 'data' });
    expect(id).toBe('site-raw-2');
    expect(changedBy(edits).edges.at(-1)).toEqual({ id, from: 'site', to: 'raw', kind: 'data' });
  });
});

describe('removing', () => {
  it('a node takes its edges, grants and suppressions along, and leaves every list of ids', () => {
    const value = changedBy(removeElements(document.value, kinds, [{ list: 'nodes', id: 'raw' }]));
    expect(value.nodes.map(({ id }) => id)).toEqual(['site', 'cold', 'key']);
    expect(value.edges).toEqual([]);
    expect(value.grants).toEqual([]);
    expect(value.groups[0]!.nodes).toEqual(['cold']);
    expect(value.data[0]!.systemOfRecord).toEqual(['cold']);
    expect(value.architecture.trail).toEqual({ dataEvents: ['cold'] });
    expect(value.suppressions).toEqual([{ rule: 'cost/y', on: 'cold' }]);
  });

  it('two nodes, one of which refers to the other', () => {
    const value = changedBy(
      removeElements(document.value, kinds, [
        { list: 'nodes', id: 'raw' },
        { list: 'nodes', id: 'key' },
      ]),
    );
    expect(value.nodes.map(({ id }) => id)).toEqual(['site', 'cold']);
    expect(
      changedBy(removeElements(document.value, kinds, [{ list: 'nodes', id: 'key' }])).nodes[1],
    ).not.toHaveProperty('kmsKey');
  });

  it('a data set leaves the edges that carried it', () => {
    const value = changedBy(removeElements(document.value, kinds, [{ list: 'data', id: 'clicks' }]));
    expect(value.edges).toHaveLength(2);
    expect(value.edges[0]).not.toHaveProperty('data');
    expect(value.nodes[1]!.data).toEqual([]);
  });
});

describe('removing items of a list', () => {
  it('several of one list, and one that names two elements', () => {
    const replicas = parseDocument(
      JSON.stringify({
        version: 1,
        name: 'x',
        nodes: [
          {
            id: 'a',
            kind: 's3',
            config: { replication: [{ to: 'b' }, { to: 'c', prefix: 'keep' }, { to: 'b' }, { to: 'd' }] },
          },
          ...['b', 'c', 'd'].map((id) => ({ id, kind: 's3' })),
        ],
      }),
      kinds,
    );
    const gone = [{ list: 'nodes', id: 'b' } as const, { list: 'nodes', id: 'd' } as const];
    const changed = parseDocument(applyEdits(replicas, removeElements(replicas.value, kinds, gone)), kinds);
    expect(changed.value.nodes[0]!.config).toEqual({ replication: [{ to: 'c', prefix: 'keep' }] });
  });
});

describe('renaming', () => {
  it('a node is renamed wherever it is named, in statements as well', () => {
    const value = changedBy(renameElement(document.value, kinds, 'nodes', 'raw', 'landing'));
    expect(JSON.stringify(value).match(/"raw"/g)).toBeNull();
    expect(value.roles[0]!.statements![0]!.resources).toEqual(['landing/*', 'landing', 'rawer', 'arn:aws:s3:::raw']);
    expect(value.edges.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['site-raw', 'site', 'landing'],
      ['raw-cold', 'landing', 'cold'],
    ]);
    expect(value.suppressions[0]!.on).toBe('landing');
    expect(value.nodes[2]!.config).toEqual({ replication: [{ to: 'landing' }] });
  });

  it('an id of another list that reads the same stays', () => {
    const value = changedBy(renameElement(document.value, kinds, 'data', 'clicks', 'visits'));
    expect(value.nodes.map(({ data }) => data)).toEqual([['visits'], ['visits'], undefined, undefined]);
    expect(value.grants[0]!.data).toBe('visits');
  });
});

describe('copy and paste', () => {
  it('nodes come with the edges between them, under new ids', () => {
    const fragment = copyFragment(document.value, new Set(['site', 'raw']));
    expect(fragment.edges.map(({ id }) => id)).toEqual(['site-raw']);
    const { nodeIds, edits } = pasteFragment(document.value, kinds, fragment, { x: 32, y: 32 });
    expect(nodeIds).toEqual(['site-2', 'raw-2']);
    const value = changedBy(edits);
    expect(value.nodes.at(-1)).toMatchObject({ id: 'raw-2', position: { x: 128, y: 40 }, data: ['clicks'] });
    expect(value.edges.at(-1)).toEqual({ id: 'site-2-raw-2', from: 'site-2', to: 'raw-2', data: 'clicks' });
  });

  it('into another design goes without the data sets that are not there', () => {
    const empty = parseDocument('{ "version": 1, "name": "y" }', kinds);
    const { edits } = pasteFragment(empty.value, kinds, copyFragment(document.value, new Set(['site', 'raw'])), {
      x: 0,
      y: 0,
    });
    const value = parseDocument(applyEdits(empty, edits), kinds).value;
    expect(value.nodes.map(({ data }) => data)).toEqual([[], []]);
    expect(value.edges[0]).not.toHaveProperty('data');
  });

  it('what nodes name within the fragment they name there', () => {
    const fragment = copyFragment(document.value, new Set(['raw', 'cold', 'key']));
    const value = changedBy(pasteFragment(document.value, kinds, fragment, { x: 0, y: 0 }).edits);
    expect(value.nodes.slice(-3)).toMatchObject([
      { id: 'raw-2', kmsKey: 'key-2', roleRef: 'writer' },
      { id: 'cold-2', config: { replication: [{ to: 'raw-2' }] } },
      { id: 'key-2' },
    ]);
  });

  it('what it refers to outside itself stays only where it exists', () => {
    const empty = parseDocument('{ "version": 1, "name": "y" }', kinds);
    const { edits } = pasteFragment(empty.value, kinds, copyFragment(document.value, new Set(['raw'])), { x: 0, y: 0 });
    expect(parseDocument(applyEdits(empty, edits), kinds).problems).toEqual([]);
  });
});
