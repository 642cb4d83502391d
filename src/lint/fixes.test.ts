import { expect, test } from 'vitest';
import { matrix } from '../connections/matrix';
import { parseDocument } from '../model/document';
import { applyEdits } from '../model/edit';
import { kinds } from '../services/catalog';
import { lint } from './lint';
import { rules } from './rules';

/** What fixes leave behind beyond the finding that goes, which the fixtures of each rule ask already. */

function fixed(id: string, design: object) {
  const document = parseDocument(JSON.stringify({ version: 1, name: 'x', ...design }), kinds);
  const rule = rules.filter((one) => one.id === id);
  const [finding] = lint(document, { kinds, rules: rule, matrix, today: '2026-11-24' }).findings;
  return parseDocument(applyEdits(document, finding!.fixes[0]!.edits), kinds).value;
}

const analyst = {
  nodes: [
    { id: 'lake', kind: 's3' },
    { id: 'ana', kind: 'persona', config: { persona: 'ana' } },
  ],
  edges: [{ id: 'read', from: 'lake', to: 'ana', data: 'clicks' }],
  personas: [{ id: 'ana', name: 'Ana', type: 'data-analyst', needs: ['ad-hoc-sql', 'dashboard'] }],
  grants: [{ persona: 'ana', node: 'lake', data: 'clicks' }],
};

test.each([
  ['fit/ad-hoc-sql-without-query-engine', 'athena'],
  ['fit/dashboards-without-bi', 'quicksight'],
])('%s leads people to the new %s', (id, kind) => {
  const { nodes, edges } = fixed(id, { ...analyst, data: [{ id: 'clicks' }] });
  const added = nodes.find((node) => node.kind === kind)!;
  expect(edges.find((edge) => edge.id === 'read')).toMatchObject({ from: added.id, to: 'ana' });
});

test.each([
  [59, { queryMode: 'direct' }],
  [60, { refreshMinutes: 1 }],
])('a dashboard for data that is needed within %i s has %j', (freshnessSeconds, config) => {
  const { nodes } = fixed('fit/dashboards-without-bi', { ...analyst, data: [{ id: 'clicks', freshnessSeconds }] });
  expect(nodes.find(({ kind }) => kind === 'quicksight')!.config).toMatchObject(config);
});

test.each([
  ['quicksight', 'athena'],
  ['lambda', 's3'],
])('what S3 Select handed to %s comes from %s', (kind, source) => {
  const { nodes, edges } = fixed('lifecycle/s3-select', {
    nodes: [
      { id: 'lake', kind: 's3' },
      { id: 'reader', kind },
    ],
    edges: [{ id: 'pick', from: 'lake', to: 'reader', via: 's3-select' }],
  });
  const into = edges.filter(({ to }) => to === 'reader').map(({ from }) => nodes.find(({ id }) => id === from)?.kind);
  expect(into).toEqual([source]);
});

test.each([
  [{ retentionDays: 90, readsPerMonth: 0.6 }, 'GLACIER_IR'],
  [{ retentionDays: 90, readsPerMonth: 0.7 }, undefined],
])('an archive of data with %j is stored in %s', (life, storageClass) => {
  const { nodes } = fixed('graph/unread-store', {
    data: [{ id: 'clicks', workload: 'analytical', ...life }],
    nodes: [
      { id: 'shop', kind: 'source.app' },
      { id: 'lake', kind: 's3' },
    ],
    edges: [{ id: 'put', from: 'shop', to: 'lake', data: 'clicks' }],
  });
  expect(nodes.find(({ id }) => id === 'lake')!.config?.storageClass).toBe(storageClass);
});

test('delivery streams that were one are all fed by the stream in front', () => {
  const { nodes, edges } = fixed('fit/firehose-fan-out', {
    nodes: [
      { id: 'shop', kind: 'source.app' },
      { id: 'delivery', kind: 'firehose' },
      { id: 'lake', kind: 's3' },
      { id: 'copy', kind: 's3' },
    ],
    edges: [
      { id: 'put', from: 'shop', to: 'delivery' },
      { id: 'land', from: 'delivery', to: 'lake' },
      { id: 'second', from: 'delivery', to: 'copy' },
    ],
  });
  const stream = nodes.find(({ kind }) => kind === 'kinesis-data-streams')!;
  const deliveries = nodes.filter(({ kind }) => kind === 'firehose').map(({ id }) => id);
  expect(deliveries).toHaveLength(2);
  expect(edges.find(({ id }) => id === 'put')!.to).toBe(stream.id);
  expect(edges.filter(({ from }) => from === stream.id).map(({ to }) => to)).toEqual(deliveries);
});
