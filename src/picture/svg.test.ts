import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from '../model/document';
import { kinds } from '../services/catalog';
import { picture } from './svg';

const folder = path.resolve(__dirname, '../../templates');
const templates = readdirSync(folder).filter((name) => name.endsWith('.pipeline.json'));
const look = { kinds, icon: (kind: string) => (kind === 's3' ? 'data:image/svg+xml;base64,AAAA' : undefined) };
const designOf = (design: object) => parseDocument(JSON.stringify({ version: 1, name: 'x', ...design }), kinds).value;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

test.each(templates)('%s: every node, edge and frame is drawn, the same each time', (file) => {
  const { value } = parseDocument(readFileSync(path.join(folder, file), 'utf8'), kinds);
  const svg = picture(value, look);
  expect(count(svg, /<title>/g)).toBe(value.nodes.length);
  expect(count(svg, /marker-end=/g)).toBe(value.edges.length);
  expect(count(svg, /stroke-dasharray=/g)).toBe(value.groups.length);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(picture(value, look)).toBe(svg);
});

test('labels break between words, and what is too long is cut', () => {
  const nodes = [{ id: 'a', kind: 's3', label: 'The clicks of all visitors of the café' }];
  expect(picture(designOf({ nodes }), look)).toContain('>The clicks of</text>');
  expect(picture(designOf({ nodes }), look)).toMatch(/>all visitors …<\/text>|>all visitors o…<\/text>/);
  const emoji = [{ id: 'a', kind: 's3', label: '🥐'.repeat(40) }];
  expect(picture(designOf({ nodes: emoji }), look)).toContain(`>${'🥐'.repeat(14)}…</text>`);
});

test('nothing of a design is markup, and what is unknown is drawn all the same', () => {
  const hostile = '"><script>alert(1)</script>';
  const svg = picture(
    designOf({
      name: hostile,
      nodes: [
        { id: 'a', kind: 'quantum-lake', label: hostile },
        { id: 'b', kind: 's3' },
      ],
      edges: [
        { id: 'e', from: 'a', to: 'b', label: hostile },
        { id: 'f', from: 'a', to: 'gone' },
      ],
      groups: [{ id: 'g', kind: 'group', label: hostile, nodes: ['a'] }],
    }),
    look,
  );
  expect(svg).not.toContain('<script');
  expect(count(svg, /marker-end=/g)).toBe(1);
  expect(svg).toContain('quantum-lake');
  expect(picture(designOf({}), look)).toMatch(/^<svg /);
});
