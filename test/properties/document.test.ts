import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type ParseError, parse, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { type PipelineDocument, parseDocument } from '../../src/model/document';
import type { JsonObject } from '../../src/model/json';
import { applyTextEdits } from '../../src/model/text-edit';
import { listNames } from '../../src/model/vocabulary';
import { kinds } from '../../src/services/catalog';
import { text as anyText, designText, json } from './arbitraries';
import { runs } from './runs';

const templates = path.resolve(__dirname, '../../templates');
const realTexts = readdirSync(templates)
  .filter((file) => file.endsWith('.pipeline.json'))
  .map((file) => readFileSync(path.join(templates, file), 'utf8'));

const someDesign = fc.oneof(
  fc.constantFrom(...realTexts),
  designText.map(({ text }) => text),
);

/** Pieces that break a file, or nearly. */
const splinter = fc.oneof(
  anyText,
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '//',
    '/*',
    '*/',
    '\\',
    '\n',
    '\r',
    ' ',
    '0',
    'null',
    '"id"',
    '\ufeff',
    '/',
  ),
);

/** A place in a text, half of the time one where something begins or ends. */
function placeIn(text: string, choice: number): number {
  const at = choice % (text.length + 1);
  if (choice % 2 === 0) return at;
  const ends = [...text.matchAll(/[{}[\],:"\n/*]|$/g)].map(({ index }) => index + ((choice >> 1) % 2));
  return Math.min(ends[choice % ends.length]!, text.length);
}

/** A few replacements anywhere in a text. */
const damaged = fc
  .tuple(
    someDesign,
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(0), fc.nat(12)), splinter), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((current, [at, length, piece]) => {
      const offset = placeIn(current, at);
      return current.slice(0, offset) + piece + current.slice(offset + length);
    }, text),
  );

const truncated = fc.tuple(someDesign, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));

/** Everything that a document says. */
function everything(document: PipelineDocument): unknown {
  const { value, problems, readable } = document;
  const paths = listNames.flatMap((list) => value[list].map((entry) => document.pathOf(entry)));
  return {
    readable,
    value,
    problems,
    spans: paths.flatMap((at) => [
      document.spanOf(at),
      document.spanOf([...at, 'id']),
      document.spanOf([...at, 'config'], 'key'),
    ]),
    root: [document.spanOf(['nodes']), document.spanOf(['architecture', 'trail'])],
  };
}

describe('reading', () => {
  it('gives the value of every design, in whatever layout, and finds no problem in it', () => {
    fc.assert(
      fc.property(designText, ({ value, text }) => {
        const document = parseDocument(text, kinds);
        expect(document.problems).toEqual([]);
        const lists = Object.fromEntries(listNames.map((list) => [list, value[list] ?? []]));
        expect(document.value).toEqual({ ...value, architecture: value.architecture ?? {}, ...lists });
      }),
      runs(300),
    );
  });

  it('never throws on JSON that is no design', () => {
    fc.assert(
      fc.property(json, (value) => {
        everything(parseDocument(JSON.stringify(value), kinds));
      }),
      runs(500),
    );
  });

  it('never throws on entries of any shape', () => {
    const list = fc.oneof(json, fc.array(json, { maxLength: 4 }));
    const design = fc.record(
      Object.fromEntries(['version', 'name', 'architecture', ...listNames].map((key) => [key, list])),
      {
        requiredKeys: [],
      },
    );
    fc.assert(
      fc.property(design, (value) => {
        everything(parseDocument(JSON.stringify(value), kinds));
      }),
      runs(300),
    );
  });

  it.each([
    ['any text', anyText],
    ['a truncated design', truncated],
    ['a damaged design', damaged],
  ])('never throws on %s, and agrees with another parser on what can be read', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = parseDocument(text, kinds);
        everything(document);
        const errors: ParseError[] = [];
        const withoutMark = text.replace(/^\ufeff/, '');
        const root = parseTree(withoutMark, errors, { allowTrailingComma: true });
        expect(document.readable).toBe(errors.length === 0 && root?.type === 'object');
        expect(document.readable || document.problems.length > 0).toBe(true);
        if (!document.readable) return;
        const { name } = parse(withoutMark, [], { allowTrailingComma: true }) as JsonObject;
        if (typeof name === 'string') expect(document.value.name).toBe(name);
      }),
      runs(1500),
    );
  });
});

describe('following edits', () => {
  const changed = fc.tuple(
    someDesign,
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(0), fc.nat(30)), splinter), { minLength: 1, maxLength: 6 }),
  );

  it('after any edits a document equals one that was read anew', () => {
    fc.assert(
      fc.property(changed, ([start, edits]) => {
        let document = parseDocument(start, kinds);
        for (const [at, length, text] of edits) {
          const offset = placeIn(document.text, at);
          const next = applyTextEdits(document.text, [
            { offset, length: Math.min(length, document.text.length - offset), text },
          ]);
          document = parseDocument(next, kinds, document);
          expect(everything(document)).toEqual(everything(parseDocument(next, kinds)));
        }
      }),
      runs(400),
    );
  });

  it('after edits of numbers and words within entries as well', () => {
    const words = /"[a-z-]+"|\d+/g;
    fc.assert(
      fc.property(
        someDesign,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('"raw"', '7', '"s3"', '{}', 'null', '"a"')), {
          minLength: 1,
          maxLength: 8,
        }),
        (start, edits) => {
          let document = parseDocument(start, kinds);
          for (const [choice, text] of edits) {
            const found = [...document.text.matchAll(words)];
            const word = found[choice % found.length];
            if (!word) return;
            const next = applyTextEdits(document.text, [{ offset: word.index, length: word[0].length, text }]);
            document = parseDocument(next, kinds, document);
            expect(everything(document)).toEqual(everything(parseDocument(next, kinds)));
          }
        },
      ),
      runs(200),
    );
  });

  it('entries whose text did not change keep their identity', () => {
    fc.assert(
      fc.property(designText, fc.nat(), ({ text }, choice) => {
        const before = parseDocument(text, kinds);
        const node = before.value.nodes[choice % (before.value.nodes.length || 1)];
        if (!node) return;
        const { offset } = before.spanOf(before.pathOf(node))!;
        const after = parseDocument(`${text.slice(0, offset + 1)} ${text.slice(offset + 1)}`, kinds, before);
        for (const [index, other] of before.value.nodes.entries())
          if (other !== node) expect(after.value.nodes[index]).toBe(other);
        expect(after.value.edges).toEqual(before.value.edges);
      }),
      runs(100),
    );
  });
});
