import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from './sha256';

it('agrees with the system at every length around a block, in every plane of Unicode', () => {
  for (const text of ['', 'abc', 'é€😀', '\ud800', ...Array.from({ length: 140 }, (_, length) => 'x'.repeat(length))]) {
    expect(sha256(text), JSON.stringify(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});
