import { expect, test } from 'vitest';
import { placeAt } from './place';

/** The place at `|`: its path, part and text. */
function check(
  text: string,
  expected: readonly [path: readonly (string | number)[], part: string, text: string] | undefined,
): void {
  const offset = text.indexOf('|');
  const plain = text.replace('|', '');
  const place = placeAt(plain, offset);
  expect(
    place && [place.path, place.part, plain.slice(place.span.offset, place.span.offset + place.span.length)],
  ).toEqual(expected);
}

test('keys and values', () => {
  check('{ "no|des": [] }', [['nodes'], 'key', '"nodes"']);
  check('{ "nodes": [{ "id": "a|b" }] }', [['nodes', 0, 'id'], 'value', '"ab"']);
  check('{ "nodes": [1, |2] }', [['nodes', 1], 'value', '2']);
  check('// c\n{ "a": { "b": t|rue } }', [['a', 'b'], 'value', 'true']);
  check('{ "a\\"b": |1 }', [['a"b'], 'value', '1']);
});

test('between members', () => {
  check('{ "nodes": [ { "id": "a" }, | ] }', [['nodes'], 'between', '']);
  check('{ | }', [[], 'between', '']);
});

test('outside the design, and in a text that is no design', () => {
  check('|{ }', undefined);
  check('{ } |', undefined);
  check('[ | ', undefined);
  check('oops|', undefined);
});
