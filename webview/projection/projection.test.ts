import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/model/document';
import { applyEdits } from '../../src/model/edit';
import { kinds } from '../../src/services/catalog';
import { indexFindings } from '../findings/findings';
import { nothingMoving, nothingSelected } from '../session/state';
import { framesOf } from './frames';
import { curveBetween, freePlace, nodeHeightPx, nodeWidthPx, placesOf, sidesOf } from './geometry';
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

test('nodes without a place stand below the others', () => {
  expect(placesOf(document.value.nodes).get('stray')).toEqual({ x: 0, y: nodeHeightPx + 96 });
  expect(placesOf([{ id: 'only', kind: 's3' }]).get('only')).toEqual({ x: 0, y: 0 });
});

test('a new node goes to the next free place', () => {
  expect(freePlace([{ x: 0, y: 0 }], { x: 8, y: 8 })).toEqual({ x: 8, y: nodeHeightPx + 32 });
  expect(freePlace([{ x: 0, y: 0 }], { x: nodeWidthPx * 2, y: 0 })).toEqual({ x: nodeWidthPx * 2, y: 0 });
});

test('frames hold their nodes and inner frames; empty groups and rings do not hang', () => {
  const frames = framesOf(document.value, placesOf(document.value.nodes));
  expect(frames.map(({ group, depth }) => `${group.id} ${depth}`)).toEqual(['outer 0', 'inner 1']);
  const [outer, inner] = frames.map(({ box }) => box);
  expect(outer!.x).toBeLessThan(256);
  expect(outer!.x + outer!.width).toBeGreaterThan(inner!.x + inner!.width);
  const ring = {
    ...document.value,
    groups: [
      { id: 'a', kind: 'group' as const, parent: 'b', nodes: ['lake'] },
      { id: 'b', kind: 'group' as const, parent: 'a' },
    ],
  };
  expect(framesOf(ring, placesOf(ring.nodes)).length).toBe(2);
});

describe('edges run between the sides that face each other', () => {
  const at = { x: 0, y: 0 };
  test.each([
    [{ x: 300, y: 0 }, 'right', 'left'],
    [{ x: 0, y: 200 }, 'bottom', 'top'],
    [{ x: 0, y: -200 }, 'top', 'bottom'],
    [{ x: -300, y: 0 }, 'left', 'right'],
    [{ x: 40, y: 10 }, 'right', 'left'],
    [{ x: -300, y: -160 }, 'top', 'right'],
    [{ x: -300, y: 160 }, 'bottom', 'right'],
  ])('to %o', (to, source, target) => {
    expect(sidesOf(at, to)).toEqual({ source, target });
  });

  test('around a node in between', () => {
    expect(sidesOf(at, { x: 0, y: 320 }, [at, { x: 0, y: 160 }, { x: 0, y: 320 }])).toEqual({
      source: 'right',
      target: 'right',
    });
    const { middle } = curveBetween(at, { x: 0, y: 320 }, { source: 'right', target: 'right' });
    expect(middle.x).toBeGreaterThan(nodeWidthPx + 30);
  });
});
