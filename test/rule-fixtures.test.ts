import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { matrix } from '../src/connections/matrix';
import type { Rule } from '../src/kit/rule';
import type { LintResult } from '../src/lint/finding';
import { parseFixtures } from '../src/lint/fixture';
import { lint } from '../src/lint/lint';
import { rules } from '../src/lint/rules';
import { parseDocument } from '../src/model/document';
import type { Edit } from '../src/model/edit';
import { applyEdits, elementId } from '../src/model/edit';
import { kinds } from '../src/services/catalog';

/** Every fixture of the house: each rule fires, keeps still, waits and is suppressed where its file says so, and its fixes work. */

const today = '2026-11-24';
const source = path.resolve(__dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.fixtures.jsonc'),
);
const fileOf = new Map(files.map((file) => [path.basename(file, '.fixtures.jsonc'), path.join(source, file)]));

function check(
  text: string,
  heard: readonly Rule[] = rules,
): { document: ReturnType<typeof parseDocument>; result: LintResult } {
  const document = parseDocument(text, kinds);
  return { document, result: lint(document, { kinds, rules: heard, matrix, today }) };
}

/** Rules that silence no others: what a finding silenced was there before it was cleared. */
const unsilenced = rules.map((rule): Rule => ({ ...rule, silences: [] }));

const nameOf = (id: string): string => id.slice(id.indexOf('/') + 1);

it('each rule has a fixture file, and each fixture file a rule', () => {
  expect([...fileOf.keys()].sort()).toEqual(rules.map(({ id }) => nameOf(id)).sort());
});

for (const rule of rules) {
  const file = fileOf.get(nameOf(rule.id));
  if (!file) continue;
  describe(rule.id, () => {
    const cases = parseFixtures(readFileSync(file, 'utf8'));

    it('has a bad, a good and an unresolved case', () => {
      expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(['bad', 'good', 'unresolved']));
    });

    for (const { kind, title, text, expected, waitsFor } of cases) {
      it(`${kind}: ${title}`, () => {
        const { document, result } = check(text);
        expect(document.problems).toEqual([]);
        expect(result.broken).toEqual([]);
        const findings = result.findings.filter((finding) => finding.rule === rule.id);
        const found = findings.map(({ span, severity, message }) => {
          const start = document.lines.position(span.offset);
          const firstLine = text.slice(span.offset, span.offset + span.length).split('\n')[0]!;
          return {
            line: start.line,
            column: start.column,
            endColumn: start.column + firstLine.length,
            severity,
            message,
          };
        });
        const wanted = expected.map((expectation) => ({
          ...expectation,
          message: expect.stringContaining(expectation.message) as unknown as string,
        }));
        expect(found).toEqual(wanted);
        if (kind === 'bad') expect(expected, 'a bad case says where it is bad').not.toEqual([]);
        const undecided = result.undecided
          .filter((entry) => entry.rule === rule.id)
          .flatMap(({ fields }) => fields.map((field) => field.split('/').at(-1)));
        if (kind === 'unresolved') expect(undecided).toEqual(expect.arrayContaining([...waitsFor]));
        if (kind === 'unresolved' && waitsFor.length === 0) expect(title).toMatch(/^never, /);
        for (const finding of findings) {
          for (const fix of finding.fixes) fixClears(document, finding, fix.edits);
          if (rule.fix === 'quickfix')
            for (const fix of finding.fixes)
              expect(fix.edits.every((edit) => onlySets(edit, finding.element))).toBe(true);
          isSilencedBySuppression(document, finding);
        }
      });
    }
  });
}

function fixClears(
  document: ReturnType<typeof parseDocument>,
  finding: LintResult['findings'][number],
  edits: readonly Edit[],
): void {
  const before = check(document.text, unsilenced).result;
  const { document: after, result } = check(applyEdits(document, edits));
  expect(
    after.problems.filter(({ severity }) => severity === 'error'),
    'the fix keeps the design whole',
  ).toEqual([]);
  const key = (entry: { rule: string; element: string | null; path: readonly unknown[] }): string =>
    `${entry.rule} ${entry.element} ${entry.path.join('/')}`;
  expect(result.findings.map(key), 'the fix clears its finding').not.toContain(key(finding));
  const known = new Set(before.findings.map(({ rule, element }) => `${rule} ${element}`));
  const added = result.findings
    .filter(({ rule, element }) => !known.has(`${rule} ${element}`))
    .map(({ rule, element, message }) => `${rule} on ${element}: ${message}`);
  expect(added, 'the fix adds no finding').toEqual([]);
}

/** A quick fix is safe to apply in bulk: it sets fields of the reported element, or of the design, and nothing else. */
function onlySets(edit: Edit, element: string | null): boolean {
  if (edit.op !== 'set' && edit.op !== 'unset') return edit.op === 'add' && element !== null && edit.list === 'data';
  return edit.element.list === 'design' || edit.element.id === element;
}

function isSilencedBySuppression(
  document: ReturnType<typeof parseDocument>,
  finding: LintResult['findings'][number],
): void {
  const suppression = {
    rule: finding.rule,
    ...(finding.element !== null && { on: finding.element }),
    reason: 'accepted in this fixture',
  };
  const { document: after, result } = check(
    applyEdits(document, [{ op: 'add', list: 'suppressions', value: suppression }]),
  );
  expect(after.value.suppressions.map((entry) => elementId('suppressions', entry))).toContain(
    `${finding.rule}@${finding.element ?? ''}`,
  );
  expect(result.suppressed.map(({ rule }) => rule)).toContain(finding.rule);
  expect(result.findings.filter(({ rule, element }) => rule === finding.rule && element === finding.element)).toEqual(
    [],
  );
  const { result: expired } = check(
    applyEdits(document, [{ op: 'add', list: 'suppressions', value: { ...suppression, until: '2026-11-23' } }]),
  );
  expect(expired.findings.map(({ rule }) => rule)).toContain(finding.rule);
  expect(expired.problems.map(({ code }) => code)).toContain('suppression.expired');
}
