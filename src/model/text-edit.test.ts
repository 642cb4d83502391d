import { expect, it } from 'vitest';
import { applyTextEdits, diffTexts, invertTextEdits } from './text-edit';

it('applies edits given against the text before any of them', () => {
  const edits = [
    { offset: 4, length: 1, text: 'E' },
    { offset: 0, length: 1, text: '' },
    { offset: 2, length: 0, text: '--' },
  ];
  expect(applyTextEdits('abcdef', edits)).toBe('b--cdEf');
  expect(applyTextEdits('b--cdEf', invertTextEdits('abcdef', edits))).toBe('abcdef');
});

it('insertions at one place keep their order', () => {
  const edits = ['1', '2'].map((text) => ({ offset: 1, length: 0, text }));
  expect(applyTextEdits('ab', edits)).toBe('a12b');
});

it('refuses edits that overlap', () => {
  const edits = [0, 1].map((offset) => ({ offset, length: 2, text: '' }));
  expect(() => applyTextEdits('abc', edits)).toThrow('offset 1');
});

it.each([
  ['same', 'same', undefined],
  ['aXb', 'aYYb', { offset: 1, length: 1, text: 'YY' }],
  ['aa', 'aaa', { offset: 2, length: 0, text: 'a' }],
  ['', 'new', { offset: 0, length: 0, text: 'new' }],
  ['old', '', { offset: 0, length: 3, text: '' }],
])('the difference of %j and %j', (before, after, edit) => {
  expect(diffTexts(before, after)).toEqual(edit);
});
