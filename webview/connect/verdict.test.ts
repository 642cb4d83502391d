import { expect, test } from 'vitest';
import { matrix } from '../../src/connections/matrix';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import { judge, newEdge } from './verdict';

const document = parseDocument(
  JSON.stringify({
    version: 1,
    name: 'test',
    data: [{ id: 'clicks' }, { id: 'orders' }],
    nodes: [
      { id: 'site', kind: 'source.web', data: ['clicks'] },
      { id: 'stream', kind: 'kinesis-data-streams' },
      { id: 'delivery', kind: 'firehose' },
      { id: 'lake', kind: 's3', data: ['clicks', 'orders'] },
      { id: 'sql', kind: 'athena' },
    ],
    edges: [
      { id: 'in', from: 'site', to: 'stream', data: 'clicks' },
      { id: 'ask', from: 'lake', to: 'sql', kind: 'query' },
    ],
  }),
  kinds,
);
const node = (id: string) => document.value.nodes.find((candidate) => candidate.id === id)!;
const verdict = (from: string, to: string) => judge({ matrix, kinds }, document, node(from), node(to));

test('what the matrix allows is allowed, with what flows', () => {
  const found = verdict('stream', 'delivery');
  expect(found.allowed).toBe(true);
  if (found.allowed)
    expect(newEdge(document, node('stream'), node('delivery'), found.pair)).toEqual({
      from: 'stream',
      to: 'delivery',
      data: 'clicks',
    });
});

test('several data sets are left to the person', () => {
  const found = judge(
    { matrix, kinds },
    { ...document, value: { ...document.value, edges: [] } },
    node('lake'),
    node('sql'),
  );
  if (found.allowed)
    expect(newEdge(document, node('lake'), node('sql'), found.pair)).toEqual({
      from: 'lake',
      to: 'sql',
      kind: 'query',
    });
  expect(found.allowed).toBe(true);
});

test('a refused pair says the way round, and what can stand between', () => {
  expect(verdict('stream', 'lake')).toMatchObject({
    allowed: false,
    message: 'Amazon Kinesis Data Streams cannot feed Amazon S3 directly.',
    detail: 'Firehose, Flink or Lambda in between.',
    between: expect.arrayContaining(['firehose']),
  });
});

test('a pair that nobody listed says what is possible', () => {
  const found = verdict('sql', 'stream');
  expect(found).toMatchObject({ allowed: false, message: 'Amazon Athena cannot feed Amazon Kinesis Data Streams.' });
  if (!found.allowed) expect(found.detail).toMatch(/^Possible from Amazon Athena: .+\.$/);
});

test('no edge to itself, and none twice', () => {
  expect(verdict('lake', 'lake')).toMatchObject({ allowed: false, message: 'A node cannot feed itself.' });
  expect(verdict('lake', 'sql')).toMatchObject({ allowed: false, existing: 'ask' });
});
