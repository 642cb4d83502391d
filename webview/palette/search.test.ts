import { expect, test } from 'vitest';
import { kinds } from '../../src/services/catalog';
import { bestMatch, searchPalette } from './search';

const found = (text: string) =>
  searchPalette(kinds.values(), text).flatMap(({ services }) => services.map(({ kind }) => kind));

test('everything that is not retired, by stage', () => {
  expect(found('').sort()).toEqual(
    [...kinds.values()]
      .filter(({ stage }) => stage !== 'retired')
      .map(({ kind }) => kind)
      .sort(),
  );
  expect(searchPalette(kinds.values(), '')[0]?.stage).toBe('source');
});

test('by label, kind and other words, all of them', () => {
  expect(found('FIREHOSE')).toContain('firehose');
  expect(found('bucket')).toContain('s3');
  expect(found('glue crawler')).toContain('glue-crawler');
  expect(found('s3 zebra')).toEqual([]);
});

test('Enter takes the service that people mean by the word', () => {
  expect(bestMatch(searchPalette(kinds.values(), 'bucket'), 'bucket')?.kind).toBe('s3');
  expect(bestMatch(searchPalette(kinds.values(), 'athena'), 'athena')?.kind).toBe('athena');
  expect(bestMatch(searchPalette(kinds.values(), 'redshift'), 'redshift')?.kind).toBe('redshift');
  expect(bestMatch([], 'x')).toBeUndefined();
});
