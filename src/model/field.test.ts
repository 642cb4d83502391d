import { describe, expect, it } from 'vitest';
import { kinds } from '../services/catalog';
import { parseDocument } from './document';
import { knownField, listDefault, resolvedConfig } from './field';
import { Graph } from './graph';

const { value, problems } = parseDocument(
  JSON.stringify({
    version: 1,
    name: 'x',
    architecture: { region: 'eu-west-1' },
    data: [
      { id: 'rate', avgRecordsPerSec: 100, avgRecordKB: 2, burstFactor: 3, format: 'json', retentionDays: 30 },
      {
        id: 'files',
        peakRecordsPerSec: 50,
        avgRecordsPerSec: 10,
        avgFileMB: 128,
        dailyGB: 12.8,
        format: 'parquet',
        partitionColumns: [
          { column: 'a', cardinality: 3 },
          { column: 'b', cardinality: 5 },
        ],
        regulations: ['gdpr'],
      },
      { id: 'blank' },
    ],
    nodes: [
      {
        id: 'lake',
        kind: 's3',
        config: { expireDays: 90, lifecycle: [{ expireDays: 30 }], blockPublicAccess: { blockPublicAcls: false } },
      },
      { id: 'stream', kind: 'kinesis-data-streams', account: '1' },
      { id: 'far', kind: 's3', region: 'us-east-1' },
    ],
    edges: [
      { id: 'e', from: 'stream', to: 'lake', data: 'rate' },
      { id: 'away', from: 'lake', to: 'far' },
    ],
    groups: [{ id: 'one', kind: 'account', account: '111122223333', nodes: ['far'] }],
  }),
  kinds,
);
const graph = new Graph(value, kinds);
const node = (id: string) => graph.findNode(id)!;
const data = (id: string) => graph.findData(id)!;
const edge = (id: string) => graph.findEdge(id)!;
const read = (owner: object, ...path: (string | number)[]) => {
  const { from, value: found } = knownField(graph, owner, path);
  return found === undefined ? from : [from, found];
};

it('the design of this test is sound', () => {
  expect(problems).toEqual([]);
});

describe('data sets', () => {
  it.each([
    ['rate', 'avgRecordKB', ['declared', 2]],
    ['rate', 'dailyGB', ['declared', 17.28]],
    ['rate', 'peakRecordsPerSec', ['declared', 300]],
    ['rate', 'maxRecordKB', ['declared', 8]],
    ['rate', 'structure', ['declared', 'semi-structured']],
    ['rate', 'schemaKnown', 'unknown'],
    ['rate', 'hotDays', ['declared', 30]],
    ['rate', 'trust', ['default', 'medium']],
    ['rate', 'totalGB', 'unknown'],
    ['files', 'burstFactor', ['declared', 5]],
    ['files', 'filesPerDay', ['declared', 102.4]],
    ['files', 'maxFileMB', ['declared', 512]],
    ['files', 'schemaKnown', ['declared', true]],
    ['files', 'partitionCount', ['declared', 15]],
    ['files', 'erasure', ['declared', true]],
    ['blank', 'dailyGB', 'unknown'],
    ['blank', 'name', ['declared', 'blank']],
    ['blank', 'partitionCount', 'unknown'],
    ['blank', 'constructor', 'unknown'],
    ['blank', '__proto__', 'unknown'],
  ])('%s.%s', (id, field, expected) => {
    expect(read(data(id), field)).toEqual(expected);
  });
});

describe('nodes', () => {
  it('configuration: declared, derived, default, absent', () => {
    expect(read(node('lake'), 'config', 'expireDays')).toEqual(['declared', 30]);
    expect(read(node('lake'), 'config', 'versioning')).toEqual(['default', 'disabled']);
    expect(read(node('lake'), 'config', 'noncurrentDays')).toBe('absent');
    expect(read(node('lake'), 'config', 'blockPublicAccess', 'blockPublicAcls')).toEqual(['declared', false]);
    expect(read(node('lake'), 'config', 'blockPublicAccess', 'ignorePublicAcls')).toEqual(['default', true]);
    expect(read(node('lake'), 'config', 'lifecycle', 0, 'expireDays')).toEqual(['declared', 30]);
    expect(read(node('lake'), 'config', '__proto__')).toBe('absent');
  });

  it('what a node does at run time is unknown, what it lacks is absent', () => {
    expect(read(node('lake'), 'idempotent')).toBe('unknown');
    expect(read(node('lake'), 'kmsKey')).toBe('absent');
    expect(read(node('lake'), 'public')).toEqual(['default', false]);
  });

  it('place: groups first, then the node, then the design', () => {
    expect(read(node('far'), 'account')).toEqual(['declared', '111122223333']);
    expect(read(node('far'), 'region')).toEqual(['declared', 'us-east-1']);
    expect(read(node('lake'), 'region')).toEqual(['declared', 'eu-west-1']);
    expect(read(node('lake'), 'environment')).toEqual(['default', 'production']);
  });

  it('label and role follow from id and kind', () => {
    expect(read(node('lake'), 'label')).toEqual(['declared', 'lake']);
    expect(read(node('lake'), 'role')).toEqual(['declared', 'store']);
  });
});

it('edges take from their data set and from their ends', () => {
  expect(read(edge('e'), 'format')).toEqual(['declared', 'json']);
  expect(read(edge('e'), 'kind')).toEqual(['default', 'data']);
  expect(read(edge('away'), 'format')).toBe('unknown');
  expect(read(edge('away'), 'crossRegion')).toEqual(['declared', true]);
  expect(read(edge('e'), 'crossAccount')).toEqual(['default', false]);
});

it('the design', () => {
  expect(read(value.architecture, 'region')).toEqual(['declared', 'eu-west-1']);
  expect(read(value.architecture, 'environment')).toEqual(['default', 'production']);
  expect(read(value.architecture, 'trail', 'enabled')).toEqual(['default', false]);
  expect(read(value.architecture, 'iac')).toBe('unknown');
});

it('a whole configuration has derived values and defaults in it', () => {
  const config = resolvedConfig(graph, node('lake'), kinds.get('s3')!.config);
  expect(config).toMatchObject({
    expireDays: 30,
    versioning: 'disabled',
    blockPublicAccess: { blockPublicAcls: false, ignorePublicAcls: true },
  });
  expect(config).not.toHaveProperty('noncurrentDays');
  expect(listDefault('edges', ['kind'])).toBe('data');
});
