import { expect, it } from 'vitest';
import { kinds } from '../services/catalog';
import { printCanonical } from './canonical';
import { parseDocument } from './document';

const check = (text: string, expected: string): void => {
  expect(printCanonical(parseDocument(text, kinds))).toBe(expected);
};

it('fields stand in the order of the vocabulary, unknown ones last; configurations keep theirs', () => {
  check(
    '{"zz":1,"nodes":[{"config":{"tlsOnly":true,"expireDays":1.0},"zz":[],"kind":"s3","id":"a"}],"name":"\\u0041","data":[],"version":1}',
    `{
  "version": 1,
  "name": "\\u0041",
  "data": [],
  "nodes": [
    { "id": "a", "kind": "s3", "config": { "tlsOnly": true, "expireDays": 1.0 }, "zz": [] }
  ],
  "zz": 1
}
`,
  );
});

it('what does not fit 120 columns is spread, level by level', () => {
  const label = 'x'.repeat(80);
  check(
    `{ "version": 1, "name": "x", "nodes": [{ "id": "a", "kind": "s3", "label": "${label}", "position": { "x": 0, "y": 8 } }] }`,
    `{
  "version": 1,
  "name": "x",
  "nodes": [
    {
      "id": "a",
      "kind": "s3",
      "label": "${label}",
      "position": { "x": 0, "y": 8 }
    }
  ]
}
`,
  );
});

it('comments stay above, behind, or at the end of what they stand at, and go where it goes', () => {
  check(
    `// the design
{
  "name": "x", // its name
  /* format */ "version": /* of the file */ 1,

  // what is drawn
  "nodes": [
    { "kind": "s3", "id": "a" }, // first


    // second
    { "kind": "s3", /* why */ "id": "b" }
    // more to come
  ]
} // done
// really
`,
    `// the design
{
  /* format */
  /* of the file */
  "version": 1,
  "name": "x", // its name

  // what is drawn
  "nodes": [
    { "id": "a", "kind": "s3" }, // first

    // second
    {
      /* why */
      "id": "b",
      "kind": "s3"
    }
    // more to come
  ]
} // done
// really
`,
  );
});

it('line ends, a byte order mark, trailing commas and blanks go', () => {
  check('\ufeff{ "version": 1,\r\n "name": "x", // a  \r\n }\r\n\r\n', '{\n  "version": 1,\n  "name": "x" // a\n}\n');
});

it('a text that does not parse is not printed', () => {
  expect(() => printCanonical(parseDocument('{', kinds))).toThrow('does not parse');
});
