import { expect, test } from 'vitest';
import { dayAfter, isOver } from './day';

test.each([
  ['2026-11-23', true],
  ['2026-11-24', false],
  ['2026-11-25', false],
])('%s is over on 24 November 2026: %s', (day, over) => {
  expect(isOver(day, '2026-11-24')).toBe(over);
});

test('days after run over months and leap days', () => {
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(dayAfter('2026-12-02', 30)).toBe('2027-01-01');
});
