import { describe, expect, it } from 'vitest';
import { kinds } from '../services/catalog';
import { parseDocument } from './document';
import { applyEdits, type Edit, elementId, toTextEdits } from './edit';
import type { Json } from './json';

/** What the edits make of the lines; `|` stands for the margin. */
function check(lines: string, edits: readonly Edit[], expected: string): void {
  const text = (of: string): string => of.replace(/^\n/, '').replace(/^ *\|/gm, '');
  expect(applyEdits(parseDocument(text(lines), kinds), edits)).toBe(text(expected));
}

const node = { list: 'nodes', id: 'a' } as const;
const set = (path: (string | number)[], value: Json, element: { list: 'nodes'; id: string } = node): Edit => ({
  op: 'set',
  element,
  path,
  value,
});
const unset = (...path: (string | number)[]): Edit => ({ op: 'unset', element: node, path });
const add = (id: string): Edit => ({ op: 'add', list: 'nodes', value: { id, kind: 's3' } });
const remove = (id: string): Edit => ({ op: 'remove', element: { list: 'nodes', id } });

const entryLines = `
  |{
  |  "version": 1, "name": "x",
  |  "nodes": [
  |    { "id": "a", "kind": "s3" }, // first
  |    // second
  |    { "id": "b", "kind": "s3" }
  |  ]
  |}
  |`;

const spread = `
  |{
  |  "version": 1, "name": "x",
  |  "nodes": [
  |    {
  |      "id": "a", // the one
  |      "kind": "s3",
  |      "config": {
  |        "tlsOnly": true // always
  |      }
  |    }
  |  ]
  |}
  |`;

describe('fields', () => {
  it('a new one goes behind the others, in the form they have', () => {
    check(
      entryLines,
      [set(['label'], 'Lake')],
      entryLines.replace('"s3" }, // first', '"s3", "label": "Lake" }, // first'),
    );
    check(
      spread,
      [set(['label'], 'Lake')],
      spread.replace('      }\n  |    }', '      },\n  |      "label": "Lake"\n  |    }'),
    );
  });

  it('comments behind the last field stay with it', () => {
    check(
      spread,
      [set(['config', 'versioning'], 'enabled')],
      spread.replace('true // always', 'true, // always\n  |        "versioning": "enabled"'),
    );
  });

  it('what is missing on the way is made', () => {
    check(
      entryLines,
      [set(['config', 'lifecycle'], [{ expireDays: 3 }])],
      entryLines.replace('"s3" }, // first', '"s3", "config": { "lifecycle": [{ "expireDays": 3 }] } }, // first'),
    );
  });

  it('a list changes item by item', () => {
    const data = (items: string): string =>
      entryLines.replace('"s3" }, // first', `"s3", "data": [${items}] }, // first`);
    check(data('"x", /* why */ "y", "z"'), [set(['data'], ['x', 'y'])], data('"x", /* why */ "y"'));
    check(data('"x", /* why */ "y", "z"'), [set(['data'], ['y', 'z'])], data('/* why */ "y", "z"'));
    check(data('"x"'), [set(['data'], ['x', 'w'])], data('"x", "w"'));
    check(data(''), [set(['data', 0], 'w')], data('"w"'));
  });

  it('the last one leaves no comma, the only one an empty object', () => {
    check(
      spread,
      [unset('config')],
      spread.replace(',\n  |      "config": {\n  |        "tlsOnly": true // always\n  |      }', ''),
    );
    check(
      spread.replace(' // always', ''),
      [unset('config', 'tlsOnly')],
      spread.replace('{\n  |        "tlsOnly": true // always\n  |      }', '{}'),
    );
  });

  it('a value that is there already is left as it is written', () => {
    const text =
      '{ "version": 1, "name": "x", "nodes": [{ "id": "a", "kind": "s3", "position": { "x": 1.60e1, "y": 8.0 } }] }';
    expect(toTextEdits(parseDocument(text, kinds), [set(['position', 'x'], 16), set(['position', 'y'], 8)])).toEqual(
      [],
    );
  });

  it('the last of equal keys is set, and all of them go', () => {
    const text = (rest: string): string =>
      `{ "version": 1, "name": "x", "nodes": [{ "id": "a", "kind": "s3"${rest} }] }`;
    check(text(', "label": "1", "label": "2"'), [set(['label'], '3')], text(', "label": "1", "label": "3"'));
    check(text(', "label": "1", "label": "2"'), [unset('label')], text(''));
  });
});

describe('entries', () => {
  it('come behind the others, one a line', () => {
    check(
      entryLines,
      [add('c')],
      entryLines.replace('"b", "kind": "s3" }', '"b", "kind": "s3" },\n  |    { "id": "c", "kind": "s3" }'),
    );
  });

  it('leave with their line; comments on other lines and behind them stay', () => {
    check(
      entryLines,
      [remove('b')],
      entryLines.replace('}, // first', '} // first').replace('\n  |    { "id": "b", "kind": "s3" }', ''),
    );
    check(entryLines, [remove('a')], entryLines.replace('{ "id": "a", "kind": "s3" }, // first', '// first'));
  });

  it('one leaves and another comes', () => {
    check(
      entryLines,
      [remove('b'), add('c')],
      entryLines
        .replace(' // first\n  |    // second\n  |    { "id": "b"', ' // first\n  |    { "id": "c"')
        .replace('\n  |  ]', '\n  |    // second\n  |  ]'),
    );
  });

  it('lists that are missing or empty are made', () => {
    const text = '\n|{\n|  "version": 1,\n|  "name": "x"\n|}\n|';
    const filled =
      '\n|{\n|  "version": 1,\n|  "name": "x",\n|  "nodes": [\n|    { "id": "c", "kind": "s3" }\n|  ]\n|}\n|';
    check(text, [add('c')], filled);
    check(filled.replace(/\[[^\]]*\]/, '[]'), [add('c')], filled);
  });

  it('several missing lists and a new field of the design do not collide', () => {
    const before = '{ "version": 1, "name": "x" // the name\n}';
    const after = applyEdits(parseDocument(before, kinds), [
      { op: 'set', element: { list: 'design' }, path: ['description'], value: 'd' },
      { op: 'add', list: 'personas', value: { id: 'p', name: 'P', type: 'devops' } },
      { op: 'set', element: { list: 'design' }, path: ['architecture', 'region'], value: 'eu-west-1' },
      { op: 'add', list: 'data', value: { id: 'd' } },
    ]);
    const { readable, value } = parseDocument(after, kinds);
    expect(readable).toBe(true);
    expect(value).toMatchObject({
      description: 'd',
      architecture: { region: 'eu-west-1' },
      personas: [{ id: 'p' }],
      data: [{ id: 'd' }],
    });
    expect(after).toContain('// the name');
  });

  it('an entry on one line stays there, in CRLF files and with tabs as well', () => {
    const text = '{\r\n\t"version": 1, "name": "x",\r\n\t"nodes": [\r\n\t\t{ "id": "a", "kind": "s3" }\r\n\t]\r\n}\r\n';
    const after = applyEdits(parseDocument(text, kinds), [add('c')]);
    expect(after).toBe(text.replace('" }\r\n', '" },\r\n\t\t{ "id": "c", "kind": "s3" }\r\n'));
  });

  it('what is gone is not edited, and what is added with an edit is', () => {
    const document = parseDocument('{ "version": 1, "name": "x", "nodes": [{ "id": "a", "kind": "s3" }] }', kinds);
    expect(toTextEdits(document, [set(['label'], 'x', { list: 'nodes', id: 'nobody' })])).toEqual([]);
    expect(toTextEdits(document, [add('c'), remove('c')])).toEqual([]);
    expect(applyEdits(document, [remove('a'), set(['label'], 'x')])).toBe('{ "version": 1, "name": "x", "nodes": [] }');
  });

  it('entries that share an id change together', () => {
    const grant = '{ "persona": "p", "node": "a", "data": "d" }';
    const document = parseDocument(`{ "version": 1, "name": "x", "grants": [${grant}, ${grant}] }`, kinds);
    expect(applyEdits(document, [{ op: 'remove', element: { list: 'grants', id: 'p:a:d' } }])).toContain(
      '"grants": []',
    );
  });
});

it('a text that does not parse takes no edit', () => {
  expect(() => toTextEdits(parseDocument('{', kinds), [add('c')])).toThrow('does not parse');
});

it('ids of entries without one', () => {
  expect(elementId('grants', { persona: 'p', node: 'n', data: 'd' })).toBe('p:n:d');
  expect(elementId('suppressions', { rule: 'cost/x', on: 'n' })).toBe('cost/x@n');
  expect(elementId('suppressions', { rule: 'cost/x' })).toBe('cost/x@');
});
