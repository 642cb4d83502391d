import { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { matrix } from '../../src/connections/matrix';
import type { Rule } from '../../src/kit/rule';
import type { FixtureCase } from '../../src/lint/fixture';
import { lint } from '../../src/lint/lint';
import { rules } from '../../src/lint/rules';
import { type PipelineDocument, parseDocument } from '../../src/model/document';
import { applyEdits } from '../../src/model/edit';
import { kinds } from '../../src/services/catalog';

const today = '2026-11-24';

/** The rule that a source defines, with everything it imports as it is. @throws when it cannot be loaded. */
export function ruleFrom(file: string, source: string): Rule {
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
  const load = createRequire(file);
  const module = { exports: {} as { rule?: Rule } };
  const relative = (name: string): unknown =>
    load(name.startsWith('.') ? path.resolve(path.dirname(file), name) : name);
  new Function('require', 'module', 'exports', code)(relative, module, module.exports);
  if (!module.exports.rule) throw new Error(`${file} exports no rule.`);
  return module.exports.rule;
}

/** Parsed once for all mutants. */
export interface Trial {
  readonly fixture: FixtureCase;
  readonly document: PipelineDocument;
}

export const trialsOf = (fixtures: readonly FixtureCase[]): Trial[] =>
  fixtures.map((fixture) => ({ fixture, document: parseDocument(fixture.text, kinds) }));

/**
 * Whether every case gives what it expects: findings with place and severity, what it waits for, fixes that clear; words
 * and titles of fixes as on the page of the rule, which a test of its own compares.
 */
export function holds(rule: Rule, trials: readonly Trial[], page: ReadonlyMap<Trial, string>): boolean {
  return trials.every((trial) => caseHolds(rule, trial) && pageOf(rule, trial) === (page.get(trial) ?? ''));
}

/** What the page of a rule says of the bad cases. */
export const pagesOf = (rule: Rule, trials: readonly Trial[]): ReadonlyMap<Trial, string> =>
  new Map(trials.map((trial) => [trial, pageOf(rule, trial)]));

function pageOf(rule: Rule, { fixture, document }: Trial): string {
  if (fixture.kind !== 'bad') return '';
  return checked(rule, document)
    .findings.map(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)].join('\n'))
    .join('\n');
}

function checked(rule: Rule, document: PipelineDocument) {
  // Those that silence it belong to what it says.
  const beside = rules.filter(
    ({ id, silences }) => id !== rule.id && silences?.some((name) => name === rule.id || name.endsWith('*')),
  );
  const result = lint(document, { kinds, rules: [rule, ...beside], matrix, today });
  const own = <T extends { readonly rule: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.rule === rule.id);
  return { findings: own(result.findings), undecided: own(result.undecided), broken: own(result.broken) };
}

function caseHolds(rule: Rule, { fixture, document }: Trial): boolean {
  const { findings, undecided, broken } = checked(rule, document);
  if (broken.length > 0 || findings.length !== fixture.expected.length) return false;
  const asExpected = fixture.expected.every(({ line, column, endColumn, severity, message }, index) => {
    const found = findings[index]!;
    const start = document.lines.position(found.span.offset);
    const text = document.text.slice(found.span.offset, found.span.offset + found.span.length).split('\n')[0]!;
    return (
      start.line === line &&
      start.column === column &&
      start.column + text.length === endColumn &&
      found.severity === severity &&
      found.message.includes(message)
    );
  });
  if (!asExpected) return false;
  const waits = new Set(undecided.flatMap(({ fields }) => fields.map((field) => field.split('/').at(-1))));
  if (!fixture.waitsFor.every((field) => waits.has(field))) return false;
  return findings.every((finding) =>
    finding.fixes.every(({ edits }) => {
      const after = checked(rule, parseDocument(applyEdits(document, edits), kinds));
      return !after.findings.some(
        ({ element, path: at }) => element === finding.element && at.join() === finding.path.join(),
      );
    }),
  );
}
