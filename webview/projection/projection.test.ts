import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/model/document';
import { applyEdits } from '../../src/model/edit';
import { kinds } from '../../src/services/catalog';
import { indexFindings } from '../findings/findings';
import { nothingMoving, nothingSelected } from '../session/state';
import { edgeLabels, type PictureInput, Projector } from './projection';

const text = JSON.stringify(
  {
    version: 1,
    name: 'test',
    data: [{ id: 'clicks', name: 'Clicks' }],
    nodes: [
      { id: 'site', kind: 'source.web', label: 'Site', position: { x: 0, y: 0 }, data: ['clicks'] },
      { id: 'stream', kind: 'firehose', position: { x: 256, y: 0 } },
      { id: 'lake', kind: 's3', position: { x: 512, y: 0 } },
      { id: 'stray', kind: 'athena' },
    ],
    edges: [
      { id: 'a', from: 'site', to: 'stream', data: 'clicks' },
      { id: 'b', from: 'stream', to: 'lake', data: 'clicks' },
      { id: 'nowhere', from: 'lake', to: 'gone' },
    ],
    groups: [
      { id: 'inner', kind: 'lake', nodes: ['lake'], parent: 'outer' },
      { id: 'outer', kind: 'account', nodes: ['stream'] },
      { id: 'empty', kind: 'group' },
    ],
  },
  undefined,
  2,
);
const document = parseDocument(text, kinds);
const input: PictureInput = { document, selection: nothingSelected, moving: nothingMoving, findings: new Map() };

describe('what is drawn', () => {
  test('is the same object when nothing changed', () => {
    const projector = new Projector();
    expect(projector.project(input)).toBe(projector.project({ ...input }));
  });

  test('changes only where the design did', () => {
    const projector = new Projector();
    const before = projector.project(input);
    const next = parseDocument(
      applyEdits(document, [
        { op: 'set', element: { list: 'nodes', id: 'stream' }, path: ['label'], value: 'Delivery' },
      ]),
      kinds,
      document,
    );
    const after = projector.project({ ...input, document: next });
    expect(after.nodes.map((node, index) => node === before.nodes[index])).toEqual([true, false, true, true]);
    expect(after.edges.map((edge, index) => edge === before.edges[index])).toEqual([true, true]);
  });

  test('follows a drag: the node and the edges at it', () => {
    const projector = new Projector();
    const before = projector.project(input);
    const after = projector.project({ ...input, moving: new Map([['site', { x: 8, y: 80 }]]) });
    expect(after.nodes[0]?.position).toEqual({ x: 8, y: 80 });
    expect(after.nodes.slice(1)).toEqual(before.nodes.slice(1));
    expect(after.edges.map((edge, index) => edge === before.edges[index])).toEqual([false, true]);
  });

  test('keeps the data of a node that is only selected', () => {
    const projector = new Projector();
    const before = projector.project(input);
    const after = projector.project({ ...input, selection: { nodes: new Set(['site']), edges: new Set() } });
    expect(after.nodes[0]?.selected).toBe(true);
    expect(after.nodes[0]?.data).toBe(before.nodes[0]?.data);
  });

  test('leaves out an edge to nowhere and counts findings', () => {
    const findings = indexFindings(
      {
        version: 1,
        findings: [
          {
            rule: 'r/x',
            severity: 'error',
            byDefault: false,
            message: 'm',
            element: 'lake',
            list: 'nodes',
            path: ['nodes', 2, 'config'],
            fixes: [],
          },
        ],
        problems: [
          { code: 'document.wrong-shape', severity: 'error', message: 'p', path: ['nodes', 2, 'label'], line: 3 },
        ],
        waiting: [],
      },
      document,
    );
    const picture = new Projector().project({ ...input, findings });
    expect(picture.edges.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(picture.nodes[2]?.data.counts).toEqual({ error: 2 });
    expect(picture.nodes[2]?.ariaLabel).toBe('lake, Amazon S3, 2 errors');
    expect(findings.get('nodes/lake')?.items.map(({ field }) => field)).toEqual([['config'], ['label']]);
  });
});

test('a data set is named where it sets out', () => {
  expect([...edgeLabels(document.value)].map(([edge, label]) => `${edge.id}: ${label}`)).toEqual(['a: Clicks']);
});
