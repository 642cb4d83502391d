import fc from 'fast-check';
import { getNodeValue, parseTree } from 'jsonc-parser';
import { expect, it } from 'vitest';
import { printCanonical } from '../../src/model/canonical';
import { parseDocument } from '../../src/model/document';
import { sameJson } from '../../src/model/json';
import { kinds } from '../../src/services/catalog';
import { anyLayout, designText, json, printIn } from './arbitraries';
import { commentsOf } from './comments';
import { runs } from './runs';

const canonical = (text: string): string => printCanonical(parseDocument(text, kinds));
const jsonOf = (text: string): unknown => getNodeValue(parseTree(text, [], { allowTrailingComma: true })!);
const words = (text: string): string[] =>
  commentsOf(text)
    .map((comment) => comment.text.replace(/\r\n?/g, '\n').trimEnd())
    .sort();

/** Objects that are hardly designs: printed all the same. */
const anyObject = fc
  .tuple(
    fc.dictionary(fc.oneof(fc.constantFrom('nodes', 'edges', 'architecture', 'name', 'zz'), fc.string()), json),
    anyLayout,
  )
  .map(([value, layout]) => printIn(JSON.parse(JSON.stringify(value)), layout));

const texts = fc.oneof({ weight: 3, arbitrary: designText.map(({ text }) => text) }, anyObject);

it('keeps the value and every comment', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const printed = canonical(text);
      expect(sameJson(jsonOf(printed), jsonOf(text)), printed).toBe(true);
      expect(words(printed), printed).toEqual(words(text));
      expect(printed).not.toMatch(/\r|[ \t]$/);
      expect(printed.endsWith('\n') && !printed.endsWith('\n\n')).toBe(true);
    }),
    runs(300),
  );
});

it('printing what was printed changes no byte', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const printed = canonical(text);
      expect(canonical(printed)).toBe(printed);
    }),
    runs(300),
  );
});

it('the layout of the source does not matter where there are no comments', () => {
  fc.assert(
    fc.property(designText, anyLayout, ({ value }, layout) => {
      const plain = { ...layout, comments: [] };
      expect(canonical(printIn(value, plain))).toBe(canonical(JSON.stringify(value)));
    }),
    runs(150),
  );
});

it('no line is longer than 120 columns unless one value is', () => {
  fc.assert(
    fc.property(designText, ({ value }) => {
      for (const line of canonical(JSON.stringify(value)).split('\n'))
        if (line.length > 120) expect(line).toMatch(/^\s*(?:"(?:[^"\\]|\\.)*": )?("(?:[^"\\]|\\.)*"|\S+|[[{])?,?$/);
    }),
    runs(150),
  );
});
