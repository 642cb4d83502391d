import { describe, expect, it } from 'vitest';
import { kinds } from '../services/catalog';
import { parseDocument } from './document';

const read = (text: string) => parseDocument(text, kinds);
const problems = (text: string): string[] => read(text).problems.map(({ code, message }) => `${code}: ${message}`);
const design = (rest: string): string => `{ "version": 1, "name": "x", ${rest} }`;

describe('text that does not parse', () => {
  it.each([
    ['', 'document.not-json: A value is expected here.'],
    ['[]', 'document.not-a-design: A pipeline is a JSON object'],
    ['{ "version": 1, "name": "x" ', 'document.not-json: A closing brace } is missing.'],
    ['{ "version": 1, "name": "x" } {}', 'document.not-json: The design ends before here'],
    ['{ "version": 1 "name": "x" }', 'document.not-json: A comma is expected here.'],
    ['{ version: 1 }', 'document.not-json'],
    ['{ "name": "a\nb" }', 'document.not-json'],
    ['{ "name": "x" } /* open', 'document.not-json: This comment is not closed.'],
    [
      '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> x\n}',
      'document.merge-conflict: This file holds merge-conflict markers.',
    ],
  ])('%j', (text, problem) => {
    expect(read(text).readable).toBe(false);
    expect(problems(text)[0]).toContain(problem);
  });

  it('keeps what a tolerant reader understands', () => {
    const { value } = read('{ "name": "x", "nodes": [{ "id": "a", "kind": "s3" }, { "id": ');
    expect(value.name).toBe('x');
    expect(value.nodes.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('problems', () => {
  it('an empty object lacks version and name', () => {
    expect(problems('{}')).toEqual([
      'document.missing: "version" is missing, and must be given.',
      'document.missing: "name" is missing, and must be given.',
    ]);
  });

  it.each([
    ['"nodes": {}', 'document.wrong-shape: "nodes" must be a list: [ … ].'],
    ['"nodes": null', 'document.wrong-shape: "nodes" must be a list: [ … ].'],
    ['"nodes": [7]', 'document.wrong-shape: This must be an object, but is 7.'],
    [
      '"nodes": [{ "id": "a", "kind": "s4" }]',
      'document.unknown-kind: "s4" is not a service Dataweir knows. Did you mean "s3"?',
    ],
    ['"nodes": [{ "id": "-a", "kind": "s3" }]', 'document.wrong-shape: "id" is not of the right form'],
    ['"nodes": [{ "id": "a", "kind": "s3", "zone": 3 }]', 'document.wrong-shape: "zone" must be one of drop, landing'],
    [
      '"nodes": [{ "id": "a", "kind": "s3", "lable": "x" }]',
      'document.unknown-field: Nothing reads "lable"; it is kept as it is. Did you mean "label"?',
    ],
    ['"nodes": [{ "id": "a", "kind": "s3", "config": { "versionin": "x" } }]', 'Did you mean "versioning"?'],
    [
      '"nodes": [{ "id": "a", "kind": "s3", "data": ["click"] }], "data": [{ "id": "clicks" }]',
      'document.unknown-reference: "click" names nothing in "data". Did you mean "clicks"?',
    ],
    [
      '"data": [{ "id": "a" }, { "id": "a" }]',
      'document.duplicate-id: "a" is already the id of another entry of "data"',
    ],
    ['"__proto__": { "name": 1 }', 'document.unknown-field: Nothing reads "__proto__"; it is kept as it is.'],
    ['"constructor": 1', 'document.unknown-field: Nothing reads "constructor"; it is kept as it is.'],
  ])('%s', (rest, problem) => {
    const found = problems(design(rest));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
  });

  it('stand where they arise, in the order of the text', () => {
    const document = read(design('"nodes": [{ "id": "a", "kind": "s4" }], "data": 7, "zz": 1'));
    expect(document.problems.map(({ span }) => document.text.slice(span.offset, span.offset + span.length))).toEqual([
      '"s4"',
      '7',
      '"zz"',
    ]);
  });

  it('a wrong value counts as unknown, and the rest of its entry stays', () => {
    const { value } = read(
      design('"nodes": [{ "id": "a", "kind": "s3", "zone": 3, "config": { "expireDays": "x", "tlsOnly": true } }]'),
    );
    expect(value.nodes).toEqual([{ id: 'a', kind: 's3', config: { tlsOnly: true } }]);
  });

  it('an entry without its id is not used, and does not shift the paths of others', () => {
    const document = read(design('"nodes": [{ "kind": "s3" }, { "id": "b", "kind": "s3" }]'));
    expect(document.value.nodes).toHaveLength(1);
    expect(document.pathOf(document.value.nodes[0]!)).toEqual(['nodes', 1]);
  });
});

describe('comments, marks and marvels', () => {
  it('reads comments, trailing commas, a byte order mark and CRLF', () => {
    const document = read(
      '\ufeff// top\r\n{ "version": 1, /* v */ "name": "x",\r\n"data": [{ "id": "a", },], }\r\n// end',
    );
    expect(document.readable).toBe(true);
    expect(document.problems).toEqual([]);
    expect(document.value.data).toEqual([{ id: 'a' }]);
  });

  it('of equal keys the last one counts', () => {
    expect(read(design('"data": [{ "id": "a" }], "data": [{ "id": "b" }]')).value.data).toEqual([{ id: 'b' }]);
  });

  it('nothing in a file reaches what all objects share', () => {
    read(
      '{"version":1,"name":"x","__proto__":{"polluted":1},"nodes":[{"id":"a","kind":"s3","__proto__":{"polluted":1},"config":{"__proto__":{"polluted":1}}}]}',
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it.each([
    ['open brackets', '['.repeat(10_000)],
    ['closed brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['objects', '{"a":'.repeat(10_000)],
    [
      'a deep configuration',
      design(`"nodes": [{ "id": "a", "kind": "s3", "config": { "z": ${'['.repeat(10_000)}${']'.repeat(10_000)} } }]`),
    ],
    [
      'a deep configuration with a comment',
      design(
        `/* c */ "nodes": [{ "id": "a", "kind": "s3", "config": { "z": ${'['.repeat(10_000)}${']'.repeat(10_000)} } }]`,
      ),
    ],
  ])('nesting of ten thousand levels is a problem, not a crash: %s', (_, text) => {
    expect(read(text).problems.length).toBeGreaterThan(0);
  });

  it('reads twenty megabytes in the time of a few parses', () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) => ({
      id: `n${index}`,
      kind: 's3',
      label: `Bucket ${index}`,
      position: { x: index, y: 8 },
      config: { versioning: 'enabled', tlsOnly: true },
      notes: 'x'.repeat(60),
    }));
    const text = JSON.stringify({ version: 1, name: 'x', nodes }, null, 1);
    expect(text.length).toBeGreaterThan(20e6);
    const time = (body: () => unknown): number => {
      const started = performance.now();
      body();
      return performance.now() - started;
    };
    const reference = time(() => JSON.parse(text));
    expect(time(() => read(text).value.nodes.length)).toBeLessThan(reference * 20 + 2000);
  });
});

describe('following an edit', () => {
  const before = read(design('"nodes": [{ "id": "a", "kind": "s3" }, { "id": "b", "kind": "s3" }]'));

  it('the same text is the same document', () => {
    expect(parseDocument(before.text, kinds, before)).toBe(before);
  });

  it('other entries keep their identity', () => {
    const after = parseDocument(before.text.replace('"a"', '"a2"'), kinds, before);
    expect(after.value.nodes[0]).toMatchObject({ id: 'a2' });
    expect(after.value.nodes[1]).toBe(before.value.nodes[1]);
    expect(after.value.edges).toEqual([]);
  });

  it('an id that becomes a duplicate is noticed, and one that stops being one is used again', () => {
    const double = parseDocument(before.text.replace('"a"', '"b"'), kinds, before);
    expect(double.value.nodes).toHaveLength(1);
    expect(double.problems.map(({ code }) => code)).toEqual(['document.duplicate-id']);
    expect(parseDocument(before.text, kinds, double).value.nodes).toHaveLength(2);
  });
});
