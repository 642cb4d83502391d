import { expect, test } from 'vitest';
import { parseDocument } from '../model/document';
import { kinds } from '../services/catalog';
import { changeOf } from './change';
import { picture } from './svg';

const designOf = (design: object) => parseDocument(JSON.stringify({ version: 1, name: 'x', ...design }), kinds).value;
const node = (id: string, more: object = {}) => ({ id, kind: 's3', ...more });
const edge = (id: string, from: string, to: string) => ({ id, from, to });

const before = designOf({
  data: [{ id: 'd' }],
  nodes: [
    node('a', { position: { x: 0, y: 0 } }),
    node('b'),
    node('gone', { label: 'Old' }),
    node('far'),
    node('further'),
  ],
  edges: [edge('ab', 'a', 'b'), edge('lost', 'b', 'gone'), edge('away', 'far', 'further')],
});
const after = designOf({
  data: [{ id: 'd', owner: 'web' }],
  nodes: [
    node('a', { position: { x: 80, y: 0 } }),
    node('b', { config: { tlsOnly: true } }),
    node('new', { label: 'New' }),
    node('far'),
    node('further'),
  ],
  edges: [edge('ab', 'a', 'b'), edge('more', 'b', 'new'), edge('away', 'far', 'further')],
});

test('says what is new, what is changed and what is gone; what only moved is neither', () => {
  expect(
    changeOf(before, after)
      .elements.map(({ list, id, mark }) => `${mark} ${list}/${id}`)
      .sort(),
  ).toEqual([
    'added edges/more',
    'added nodes/new',
    'changed data/d',
    'changed nodes/b',
    'removed edges/lost',
    'removed nodes/gone',
  ]);
  expect(changeOf(before, before).elements).toEqual([]);
});

test('shows it with its neighbours, and what goes is still there', () => {
  const { pipeline, marks } = changeOf(before, after);
  expect(pipeline.nodes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'gone', 'new']);
  expect(pipeline.edges.map(({ id }) => id).sort()).toEqual(['ab', 'lost', 'more']);
  const svg = picture(pipeline, { kinds, icon: () => undefined, marks });
  expect(svg.match(/stroke-width="3"/g)).toHaveLength(3);
  expect(svg.match(/stroke-width="2.5"/g)).toHaveLength(2);
  expect(svg.match(/stroke-dasharray="5 4"/g)).toHaveLength(2);
});
