import { expect, it } from 'vitest';
import * as z from 'zod';
import { check, closest } from './check';

const schema = z.strictObject({
  size: z.int().positive().max(10).optional().meta({ source: 'https://example.com/sizes' }),
  form: z.enum(['round', 'flat']).default('flat'),
  names: z.array(z.string()).optional(),
  day: z.iso.date().optional(),
  inner: z.strictObject({ on: z.boolean() }).optional(),
});

it('a value that passes is given back as declared, without defaults', () => {
  const value = { size: 3 };
  expect(check(schema, value)).toEqual({ value, problems: [] });
  expect(check(schema, value).value).toBe(value);
});

it.each([
  [{ size: 0 }, '"size" must be a whole number from 1 to 10, but is 0. See https://example.com/sizes', {}],
  [{ size: 11 }, '"size" must be a whole number from 1 to 10, but is 11. See https://example.com/sizes', {}],
  [{ size: 1.5 }, '"size" must be a whole number, but is 1.5. See https://example.com/sizes', {}],
  [{ form: 'square' }, '"form" must be one of round, flat, but is "square".', {}],
  [{ names: ['a', 7, 'b', 8] }, 'Item 2 of "names" must be text, but is 7.', { names: ['a', 'b'] }],
  [{ day: 'soon' }, '"day" must be a date, YYYY-MM-DD, but is "soon".', {}],
  [{ inner: {} }, '"on" is missing, and must be given.', undefined],
  [{ inner: 'x'.repeat(99) }, `"inner" must be an object, but is "${'x'.repeat(56)}….`, {}],
  [{ colour: 1 }, 'Nothing reads "colour"; it is kept as it is.', {}],
  [{ frm: 'flat' }, 'Nothing reads "frm"; it is kept as it is. Did you mean "form"?', {}],
])('%j', (declared, message, value) => {
  const checked = check(schema, declared);
  expect(checked.problems[0]!.message).toBe(message);
  expect(checked.value).toEqual(value);
});

it('looks for words with at most two typing errors', () => {
  expect(closest('kinesis-data-stream', ['kinesis-data-streams', 's3'])).toBe(' Did you mean "kinesis-data-streams"?');
  expect(closest('s4', ['s3', 'sqs'])).toBe(' Did you mean "s3"?');
  expect(closest('redshift', ['s3'])).toBe('');
  expect(closest('', ['s3'])).toBe('');
});
