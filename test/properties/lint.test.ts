import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix } from '../../src/connections/matrix';
import type { Rule } from '../../src/kit/rule';
import type { LintResult } from '../../src/lint/finding';
import { lint } from '../../src/lint/lint';
import { rules } from '../../src/lint/rules';
import { parseDocument } from '../../src/model/document';
import { applyEdits } from '../../src/model/edit';
import { listNames } from '../../src/model/vocabulary';
import { kinds } from '../../src/services/catalog';
import { designText, entryFor, json, pipeline } from './arbitraries';
import { runs } from './runs';

const check = (text: string, heard: readonly Rule[] = rules) => {
  const document = parseDocument(text, kinds);
  return { document, result: lint(document, { kinds, rules: heard, matrix, today: '2026-11-24' }) };
};

/** Rules that silence no others: what a finding silenced was there before it was cleared. */
const unsilenced = rules.map((rule): Rule => ({ ...rule, silences: [] }));

/** Rules that threw, and why. */
const broken = (text: string): string[] => check(text).result.broken.map(({ rule, error }) => `${rule}: ${error}`);

describe('lint survives', () => {
  it('any JSON', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(broken(JSON.stringify(value))).toEqual([]);
      }),
      runs(200),
    );
  });

  it('any design', () => {
    fc.assert(
      fc.property(designText, ({ text }) => {
        expect(broken(text)).toEqual([]);
      }),
      runs(250),
    );
  });

  it('lists of entries that do not fit each other', () => {
    const lists = fc.record(
      Object.fromEntries(listNames.map((list) => [list, fc.array(fc.oneof(entryFor(list), json), { maxLength: 3 })])),
    );
    fc.assert(
      fc.property(lists, (value) => {
        expect(broken(JSON.stringify({ version: 1, name: 'x', ...value }))).toEqual([]);
      }),
      runs(200),
    );
  });

  it('designs of which pieces were overwritten', () => {
    fc.assert(
      fc.property(pipeline, fc.array(fc.tuple(fc.nat(), json), { minLength: 1, maxLength: 5 }), (value, changes) => {
        let text = JSON.stringify(value);
        for (const [choice, piece] of changes) {
          const places = [...text.matchAll(/(?<=:)(?:"(?:[^"\\]|\\.)*"|-?[\d.e+-]+|true|false|null)/g)];
          const place = places[choice % places.length]!;
          text = text.slice(0, place.index) + JSON.stringify(piece) + text.slice(place.index + place[0].length);
        }
        expect(broken(text)).toEqual([]);
      }),
      runs(200),
    );
  });
});

it('every finding stands in the text, and its fixes leave a design that parses', () => {
  fc.assert(
    fc.property(designText, ({ text }) => {
      const { document, result } = check(text);
      for (const { span, fixes, element, rule } of result.findings) {
        expect(span.offset + span.length).toBeLessThanOrEqual(text.length);
        expect(text.slice(span.offset, span.offset + span.length).trim(), `${rule} on ${element}`).not.toBe('');
        for (const { edits } of fixes) {
          const after = parseDocument(applyEdits(document, edits), kinds);
          expect(after.readable).toBe(true);
          expect(
            after.problems.filter(({ severity }) => severity === 'error'),
            rule,
          ).toEqual([]);
        }
      }
    }),
    runs(150),
  );
});

/** Fixes that declare what nobody knew: what the declaration brings to light was there before. */
const declaring: ReadonlySet<string> = new Set(['graph/profile-missing', 'security/classification-missing']);

it('every quick fix clears its finding and adds none', () => {
  const places = ({ findings }: LintResult) => {
    const counts = new Map<string, number>();
    for (const { rule, element, path } of findings) {
      const place = `${rule} on ${element} at ${path.join('/')}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return counts;
  };
  fc.assert(
    fc.property(designText, ({ text }) => {
      const { document, result } = check(text);
      const before = places(result);
      const known = new Set(
        check(text, unsilenced).result.findings.map(({ rule, element }) => `${rule} on ${element}`),
      );
      for (const { rule, element, path, fixes } of result.findings) {
        for (const { kind, edits } of fixes) {
          if (kind !== 'quickfix') continue;
          const after = check(applyEdits(document, edits)).result;
          const place = `${rule} on ${element} at ${path.join('/')}`;
          expect(places(after).get(place) ?? 0, place).toBeLessThan(before.get(place)!);
          if (declaring.has(rule)) continue;
          const added = after.findings.filter((finding) => !known.has(`${finding.rule} on ${finding.element}`));
          expect(
            added.map((finding) => `${finding.rule}: ${finding.message}`),
            place,
          ).toEqual([]);
        }
      }
    }),
    runs(100),
  );
});
