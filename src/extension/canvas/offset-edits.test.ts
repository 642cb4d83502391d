import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyTextEdits } from '../../model/text-edit';
import { type ContentChange, offsetEdits } from './offset-edits';

function check(
  before: string,
  changes: readonly ContentChange[],
  after: string,
  expected: readonly (readonly [number, number, string])[],
): void {
  const edits = offsetEdits(before, changes, after);
  expect(edits.map(({ offset, length, text }) => [offset, length, text])).toEqual(expected);
  expect(applyTextEdits(before, edits)).toBe(after);
}

const change = (rangeOffset: number, rangeLength: number, text: string): ContentChange => ({
  rangeOffset,
  rangeLength,
  text,
});

test('one change', () => check('abc', [change(1, 1, 'X')], 'aXc', [[1, 1, 'X']]));

test('changes from the end to the start', () =>
  check('abcdef', [change(4, 1, 'E'), change(1, 1, '')], 'acdEf', [
    [1, 1, ''],
    [4, 1, 'E'],
  ]));

test('an undo that inserts and replaces at one place', () =>
  check('abcdef', [change(2, 2, 'YY'), change(2, 0, 'xx')], 'abxxYYef', [
    [2, 0, 'xx'],
    [2, 2, 'YY'],
  ]));

test('changes in another order give the difference', () =>
  check('abcdef', [change(0, 1, 'AA'), change(5, 1, 'E')], 'AAbcdE', [[0, 6, 'AAbcdE']]));

test('an event that tells nothing, or not what happened', () => {
  check('a\nb', [], 'a\r\nb', [[1, 0, '\r']]);
  check('abc', [change(0, 1, 'X')], 'abd', [[2, 1, 'd']]);
  check('abc', [], 'abc', []);
});

test('whatever the event says, the canvas ends up with the document', () => {
  const anyChange = fc.record({ rangeOffset: fc.nat(12), rangeLength: fc.nat(4), text: fc.string({ maxLength: 3 }) });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }),
      fc.array(anyChange, { maxLength: 4 }),
      fc.string({ maxLength: 12 }),
      (before, changes, after) => {
        expect(applyTextEdits(before, offsetEdits(before, changes, after))).toBe(after);
      },
    ),
  );
});
