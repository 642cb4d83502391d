import { expect, it } from 'vitest';
import { kinds } from '../services/catalog';
import { parseDocument } from './document';
import { applyEdits } from './edit';
import { removeElements, renameElement } from './operations';
import { referencesOf } from './references';

const design = parseDocument(
  `{
  "version": 1,
  "name": "x",
  "architecture": { "trail": { "dataEvents": ["lake"] } },
  "nodes": [
    { "id": "lake", "kind": "s3", "config": { "replication": [{ "to": "copy" }, { "to": "elsewhere" }] } },
    { "id": "copy", "kind": "s3" },
    { "id": "door", "kind": "firehose", "config": { "transform": "mask" } }
  ],
  "edges": [{ "id": "e", "from": "lake", "to": "copy" }],
  "roles": [{ "id": "r", "trust": ["s3.amazonaws.com"], "statements": [{ "effect": "Allow", "actions": ["s3:GetObject"], "resources": ["copy/raw/*"] }] }],
  "suppressions": [{ "rule": "cost/x", "on": "copy", "reason": "y" }]
}`,
  kinds,
);

it('ids are found in entries, in configurations and in the architecture', () => {
  expect(referencesOf(design.value, kinds).map(({ path, id }) => `${path.join('/')} ${id}`)).toEqual([
    'from lake',
    'to copy',
    'config/replication/0/to copy',
    'config/replication/1/to elsewhere',
    'config/transform mask',
    'architecture/trail/dataEvents/0 lake',
  ]);
});

it('what a configuration names need not be drawn', () => {
  expect(design.problems).toEqual([]);
});

it('renaming reaches edges, configurations, statements and suppressions', () => {
  const text = applyEdits(design, renameElement(design.value, kinds, 'nodes', 'copy', 'mirror'));
  expect(text.replaceAll('mirror', 'copy')).toBe(design.text);
  expect(text.match(/mirror/g)).toHaveLength(5);
});

it('removing takes edges, suppressions and items of a configuration along', () => {
  const after = parseDocument(
    applyEdits(design, removeElements(design.value, kinds, [{ list: 'nodes', id: 'copy' }])),
    kinds,
  );
  expect(after.problems).toEqual([]);
  expect(after.value.nodes[0]!.config).toEqual({ replication: [{ to: 'elsewhere' }] });
  expect(after.value.edges).toEqual([]);
  expect(after.value.suppressions).toEqual([]);
});
