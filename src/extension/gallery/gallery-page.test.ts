import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../model/document';
import { palette } from '../../services/_generated/palette';
import { kinds } from '../../services/catalog';
import { galleryPage } from './gallery-page';
import { miniature } from './miniature';

const root = path.resolve(__dirname, '../../..');
const templates = readdirSync(path.join(root, 'templates')).filter((name) => name.endsWith('.pipeline.json'));
const page = {
  cspSource: 'https://webview.test',
  nonce: 'n0',
  script: 's.js',
  style: 's.css',
  codicons: 'c.css',
  icons: 'icons/',
  neutralIcons: false,
  kinds: new Map(palette.map((entry) => [entry.kind, entry])),
};
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const designOf = (design: unknown) => parseDocument(JSON.stringify(design), kinds).value;
const pictureOf = (design: object) => miniature(designOf({ version: 1, name: 'x', ...design }), page);

describe('the picture of a template', () => {
  test.each(templates)('%s shows every node, edge and frame', (file) => {
    const { value } = parseDocument(readFileSync(path.join(root, 'templates', file), 'utf8'), kinds);
    const picture = miniature(value, page);
    expect(count(picture, /<image |<foreignObject /g)).toBe(value.nodes.length);
    expect(count(picture, /class="edge"/g)).toBe(value.edges.length);
    expect(count(picture, /class="frame"/g)).toBe(value.groups.length);
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
    for (const [, icon] of picture.matchAll(/href="icons\/([^"]+)\.svg"/g))
      expect(existsSync(path.join(root, 'src/services', icon!, 'icon.svg')), icon).toBe(true);
  });

  test('holds all that is drawn', () => {
    const picture = pictureOf({ nodes: [{ id: 'a', kind: 's3', position: { x: 1000, y: -400 } }] });
    const [left, top, width, height] = /viewBox="([^"]+)"/.exec(picture)![1]!.split(' ').map(Number);
    const [x, y, side] = /class="plate" x="([^"]+)" y="([^"]+)" width="([^"]+)"/.exec(picture)!.slice(1).map(Number);
    expect(x).toBeGreaterThan(left!);
    expect(x! + side!).toBeLessThan(left! + width!);
    expect(y).toBeGreaterThanOrEqual(top!);
    expect(y! + side!).toBeLessThanOrEqual(top! + height!);
  });

  test('of nothing is empty, of unknown kinds and lost ends is what there is', () => {
    expect(pictureOf({})).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"[^>]*><\/svg>$/);
    const odd = pictureOf({
      nodes: [{ id: 'a', kind: 'quantum-lake' }],
      edges: [
        { id: 'e', from: 'a', to: 'gone' },
        { id: 'f', from: 'a', to: 'a' },
      ],
    });
    expect(odd).toContain('codicon-question');
    expect(odd).not.toContain('class="edge"');
  });

  test('has neutral glyphs where they are asked for', () => {
    const nodes = [{ id: 'a', kind: 's3' }];
    const neutral = miniature(designOf({ version: 1, name: 'x', nodes }), { ...page, neutralIcons: true });
    expect(neutral).not.toContain('<image');
    expect(neutral).toContain('codicon-database');
  });
});

describe('the page of templates', () => {
  const hostile = `"><img src=x onerror=alert(1)>' & </button>`;

  test('is under a policy that lets only its own in', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(galleryPage([], page))!;
    expect(policy!.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'nonce-n0'",
      'style-src https://webview.test',
      'img-src https://webview.test data:',
      'font-src https://webview.test',
    ]);
  });

  test('says the name, the story and the services of each, and holds their words for the search', () => {
    const design = designOf({
      version: 1,
      name: 'Menu',
      description: 'Who reads it?',
      nodes: [
        { id: 'a', kind: 'firehose' },
        { id: 'b', kind: 's3' },
        { id: 'c', kind: 's3' },
      ],
    });
    const html = galleryPage([{ id: 'menu', design }], page);
    expect(html).toContain('data-template="menu"');
    expect(html).toContain('>Menu</span>');
    expect(html).toContain('>Who reads it?</span>');
    expect(html).toContain('>3 nodes · Amazon Data Firehose · Amazon S3</span>');
    expect(/data-words="([^"]+)"/.exec(html)![1]).toMatch(/^menu Menu Who reads it\? .*bucket/);
  });

  test('offers an empty canvas as such', () => {
    const html = galleryPage([{ id: 'pipeline', design: designOf({ version: 1, name: 'New design' }) }], page);
    expect(html).toContain('An empty canvas');
    expect(html).not.toContain('0 nodes');
    expect(html).not.toContain('class="miniature"');
  });

  test('takes nothing of a design for markup', () => {
    const design = designOf({
      version: 1,
      name: hostile,
      description: hostile,
      nodes: [{ id: 'a', kind: 'a' }],
    });
    const html = galleryPage([{ id: hostile, design }], page);
    expect(html).not.toContain('<img');
    const plain = galleryPage(
      [{ id: 'a', design: designOf({ version: 1, name: 'a', nodes: [{ id: 'a', kind: 'a' }] }) }],
      page,
    );
    const tags = (text: string) => text.match(/<\/?[a-zA-Z]+/g);
    expect(tags(html)).toEqual(tags(plain));
  });
});
