import { expect, test } from 'vitest';
import { kinds } from '../../src/services/catalog';
import { parseFragment, printFragment } from './fragment';

const fragment = {
  nodes: [
    { id: 'a', kind: 's3', label: '<b>"A"</b>', position: { x: 0, y: 8 }, config: { versioning: 'enabled' } },
    { id: 'b', kind: 'athena' },
  ],
  edges: [{ id: 'e', from: 'a', to: 'b', kind: 'query' as const }],
};

test('what was copied is pasted', () => {
  expect(parseFragment(printFragment(fragment), kinds)).toEqual(fragment);
});

test.each([
  '',
  'hello',
  '[]',
  'null',
  '{"nodes":[]}',
  '{"dataweir":"fragment","nodes":[],"edges":[]}',
  `{"dataweir":"fragment","nodes":[${'[1],'.repeat(3000)}1],"edges":[]}`,
])('other text is not a fragment: %.40s', (text) => {
  expect(parseFragment(text, kinds)).toBeUndefined();
});

test('what does not pass the check is left out', () => {
  const text = JSON.stringify({
    dataweir: 'fragment',
    nodes: [
      { id: 'a', kind: 's3', onclick: 'alert(1)', config: { versioning: 7, __proto__: { x: 1 }, tlsOnly: true } },
      { id: '../../etc', kind: 's3' },
      { id: 'c', kind: 'no-such-service' },
      { id: 'a', kind: 'athena' },
      'node',
    ],
    edges: [
      { id: 'x', from: 'a', to: 'c' },
      { id: 'y', from: 'a', to: 'a' },
    ],
  });
  expect(parseFragment(text, kinds)).toEqual({
    nodes: [{ id: 'a', kind: 's3', config: { tlsOnly: true } }],
    edges: [{ id: 'y', from: 'a', to: 'a' }],
  });
});
