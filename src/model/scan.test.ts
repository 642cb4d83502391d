import { describe, expect, it } from 'vitest';
import { findMember, scanContainer, skipTrivia, valueEnd } from './scan';

describe('skipTrivia', () => {
  it.each([
    ['  \t\r\n x', 6],
    ['// a\n// b\r\nx', 11],
    ['// a\rx', 5],
    ['/* a */ /* b\n */x', 16],
    ['\ufeffx', 1],
    ['x\ufeff', 0],
    ['/x', 0],
    ['/* open', 0],
    ['// open', 7],
  ])('%j', (text, end) => {
    expect(skipTrivia(text, 0)).toBe(end);
  });
});

describe('valueEnd', () => {
  it.each([
    ['"a\\"b", 1', 6],
    ['"a\\\\", 1', 5],
    ['-1.5e+3,', 7],
    ['true}', 4],
    ['{"a": "}"}]', 10],
    ['[1, /* ] */ 2] ', 14],
    ['[1, // ]\n 2] ', 12],
    ['"open', -1],
    ['[1', -1],
    [', ', -1],
    ['', -1],
  ])('%j', (text, end) => {
    expect(valueEnd(text, 0)).toBe(end);
  });
});

describe('scanContainer', () => {
  const keys = (text: string): unknown => scanContainer(text, 0)?.members.map(({ key }) => key);

  it('finds keys and indexes, escaped keys and trailing commas', () => {
    expect(keys('{ "a": 1, "b\\u0063": [2], }')).toEqual(['a', 'bc']);
    expect(keys('[1, {}, ]')).toEqual([0, 1]);
    expect(keys('{}')).toEqual([]);
  });

  it('says where members and commas stand', () => {
    expect(scanContainer('{ "a" : 1 , "b":2}', 0)?.members).toEqual([
      { key: 'a', start: 2, valueStart: 8, valueEnd: 9, comma: 10, container: undefined },
      { key: 'b', start: 12, valueStart: 16, valueEnd: 17, comma: -1, container: undefined },
    ]);
  });

  it.each([
    '',
    '1',
    '{1: 2}',
    '{"a" 1}',
    '{"a": 1 "b": 2}',
    '[1 2]',
    '[,]',
    '{"a\\q": 1}',
    '{"a\n": 1}',
    '{"a": 1',
    '{"a":',
  ])('is undefined for %j', (text) => {
    expect(scanContainer(text, 0)).toBeUndefined();
  });
});

describe('findMember', () => {
  it('of equal keys the last one counts', () => {
    expect(findMember('{"a": 1, "a": {"b": 22}}', 0, ['a', 'b'])).toMatchObject({ valueStart: 20, valueEnd: 22 });
    expect(findMember('{"a": 1}', 0, ['a', 'b'])).toBeUndefined();
    expect(findMember('[[1, 2]]', 0, [0, 1])).toMatchObject({ valueStart: 5 });
  });

  it('does not find what every object inherits', () => {
    expect(findMember('{}', 0, ['constructor'])).toBeUndefined();
    expect(findMember('{"__proto__": 7}', 0, ['__proto__'])).toMatchObject({ valueStart: 14 });
  });
});
