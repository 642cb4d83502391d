import { expect, test } from 'vitest';
import { folded, wordsOf } from './search-words';

test('accents and case do not matter', () => {
  expect(folded('Café Ørsted')).toContain('cafe');
  expect(wordsOf('  CAFÉ  Clicks ')).toEqual(['cafe', 'clicks']);
  expect(wordsOf(' ')).toEqual([]);
});
