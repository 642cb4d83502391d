import { writeFileSync } from 'node:fs';
import { matrix } from '../../connections/matrix';
import { severities } from '../../kit/rule';
import type { LintResult } from '../../lint/finding';
import { lint } from '../../lint/lint';
import { rules } from '../../lint/rules';
import type { PipelineDocument } from '../../model/document';
import { listNames } from '../../model/vocabulary';
import { kinds } from '../../services/catalog';
import type { Given } from '../command';
import { type ExitCode, exitCodes, worst } from '../exit-code';
import { fileFailure, parseInputs, readInputs } from '../input';
import type { Io } from '../io';
import { applyQuickFixes } from './fix';
import { type FileReport, type Report, type Stats, severitiesOf, unreadableReport } from './report';

interface Flags {
  readonly format: 'text' | 'json' | 'sarif';
  readonly fix: boolean;
  readonly 'fail-on': 'error' | 'warning' | 'info' | 'hint' | 'never';
  readonly 'no-suppressions': boolean;
  readonly stats: boolean;
}

export async function runLint(io: Io, { values, words }: Given<Flags>): Promise<ExitCode> {
  const { designs, unreadable, failures } = parseInputs(readInputs(io, words), kinds);
  const ruleTimes = new Map<string, number>();
  const started = performance.now();
  const check = (document: PipelineDocument): LintResult =>
    lint(document, {
      kinds,
      rules,
      matrix,
      today: io.today,
      ignoreSuppressions: values['no-suppressions'],
      ...(values.stats && {
        now: () => performance.now(),
        onRuleTime: (rule: string, ms: number) => void ruleTimes.set(rule, (ruleTimes.get(rule) ?? 0) + ms),
      }),
    });

  const reports: FileReport[] = [];
  let unwritten = false;
  for (const { file, path, document } of designs) {
    if (!values.fix) {
      reports.push({ file, document, result: check(document), fixed: 0 });
      continue;
    }
    const { fixed, ...after } = applyQuickFixes(document, kinds, check);
    const failure = fixed > 0 ? write(path, after.document.text) : undefined;
    if (failure === undefined) {
      reports.push({ file, ...after, fixed });
      continue;
    }
    failures.push(`${file}: ${failure}`);
    unwritten = true;
    reports.push({ file, document, result: check(document), fixed: 0 });
  }
  const report: Report = {
    files: [...reports, ...unreadable.map(unreadableReport)],
    failures,
    stats: values.stats ? statsOf(reports, performance.now() - started, ruleTimes) : undefined,
  };
  io.out(await print(report, values.format, io));
  for (const failure of failures) io.err(`dataweir: ${failure}\n`);
  const broken = reports.flatMap(({ file, result }) => result.broken.map((entry) => ({ file, ...entry })));
  for (const { file, rule, element, error } of broken) {
    const where = element === null ? '' : ` on "${element}"`;
    io.err(`dataweir: ${file}: ${rule} failed${where}, a bug of Dataweir: ${firstLine(error)}\n`);
  }
  return worst(
    failures.length > 0 ? exitCodes.usage : exitCodes.fine,
    fails(reports, values['fail-on']) || broken.length > 0 || unwritten ? exitCodes.failed : exitCodes.fine,
  );
}

function fails(reports: readonly FileReport[], threshold: Flags['fail-on']): boolean {
  if (threshold === 'never') return false;
  const least = severities.indexOf(threshold);
  return reports.flatMap(severitiesOf).some((severity) => severities.indexOf(severity) >= least);
}

/** Formats are loaded by need: a run prints one. */
async function print(report: Report, format: Flags['format'], io: Io): Promise<string> {
  if (format === 'json') return (await import('./json')).printJson(report);
  if (format === 'sarif') return (await import('./sarif')).printSarif(report, rules, io.cwd);
  return (await import('./text')).printText(report, io.color);
}

/** @returns what went wrong, or undefined. */
function write(file: string, text: string): string | undefined {
  try {
    writeFileSync(file, text);
    return undefined;
  } catch (error) {
    return fileFailure(error);
  }
}

function statsOf(reports: readonly FileReport[], ms: number, ruleTimes: ReadonlyMap<string, number>): Stats {
  const elements = reports.reduce(
    (sum, { document }) => sum + listNames.reduce((count, list) => count + document.value[list].length, 0),
    0,
  );
  const slowest = [...ruleTimes].map(([rule, time]) => ({ rule, ms: time })).sort((a, b) => b.ms - a.ms);
  return { files: reports.length, elements, ms, rules: slowest };
}

const firstLine = (error: unknown): string => String(error instanceof Error ? error.message : error).split('\n')[0]!;
