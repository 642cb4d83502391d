import { expect, test } from 'vitest';
import { excerptAround } from './excerpt';

/** `|` is the place, in the text and in the excerpt. */
function check(text: string, expected: string): void {
  const offset = text.indexOf('|');
  const excerpt = excerptAround(text.replace('|', ''), offset);
  const at = offset - excerpt.shift;
  expect(`${excerpt.text.slice(0, at)}|${excerpt.text.slice(at)}`).toBe(expected);
}

test('only the entry at hand is left', () => {
  check(
    '{ "data": [{ "id": 1 }], "nodes": [{ "a": 1 }, { "b": |2 }, { "c": 3 }], "edges": [1] }',
    '{ "data": [], "nodes": [{ "b": |2 }], "edges": [] }',
  );
});

test('between entries the gap is left', () => {
  check('{ "nodes": [{ "a": 1 }, | { "c": 3 }] }', '{ "nodes": [ | ] }');
  check('{ "nodes": [{ "a": 1 }  |] }', '{ "nodes": [  |] }');
  check('{ "nodes": [ | ] }', '{ "nodes": [ | ] }');
});

test('outside the lists all entries go', () =>
  check('{ "nodes": [1, 2], "na|me": "x" }', '{ "nodes": [], "na|me": "x" }'));

test('a damaged text stays whole', () => check('{ "nodes": [ { "a": " }, | ', '{ "nodes": [ { "a": " }, | '));
