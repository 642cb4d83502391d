import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { code, joinBlocks, link, plain, toPlainText } from './markdown';

test('what people typed is no markup', () => {
  expect(plain('[x](command:y) <b> `c` *d* ![i](j)')).toBe(
    '\\[x\\]\\(command:y\\) \\<b\\> \\`c\\` \\*d\\* \\!\\[i\\]\\(j\\)',
  );
  expect(code('a`b``c')).toBe('``` a`b``c ```');
  expect(link('a]b', 'https://x/(y) z')).toBe('[a\\]b](https://x/%28y%29%20z)');
});

test('plain text comes back from Markdown', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/\s/.test(text)),
      (text) => {
        expect(toPlainText(plain(text))).toBe(text);
      },
    ),
  );
});

test('missing blocks leave no gap', () => {
  expect(joinBlocks('a', false, undefined, '', 'b')).toBe('a\n\nb');
  expect(joinBlocks(undefined)).toBeUndefined();
});
