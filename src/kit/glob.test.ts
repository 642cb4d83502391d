import { expect, test } from 'vitest';
import { matchesPath } from './glob';

test.each([
  ['*.pipeline.json', 'a/b/c.pipeline.json', true],
  ['*.pipeline.json', 'c.json', false],
  ['sandbox/**', 'sandbox/a/b.pipeline.json', true],
  ['sandbox/**', 'sandbox', true],
  ['sandbox/**', 'other/sandbox/a.json', false],
  ['**/sandbox/*.json', 'x/y/sandbox/a.json', true],
  ['**/sandbox/*.json', 'sandbox/a.json', true],
  ['**/sandbox/*.json', 'sandbox/b/a.json', false],
  ['a/**/b/**/c.json', 'a/x/b/y/z/c.json', true],
  ['./a/?.json', 'a/b.json', true],
  ['a/?.json', 'a/bc.json', false],
  ['{dev,test}/*.json', 'test/a.json', true],
  ['{dev,test}/*.json', 'prod/a.json', false],
  ['[ab].json', 'b.json', true],
  ['[!ab].json', 'b.json', false],
  ['a.json', 'aXjson', false],
  ['(a|b)+.json', 'a.json', false],
  ['[z-a].json', '[z-a].json', true],
])('%s and %s: %s', (pattern, path, expected) => {
  expect(matchesPath(pattern, path)).toBe(expected);
});
