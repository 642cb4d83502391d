import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { matrix } from '../../connections/matrix';
import { severities } from '../../kit/rule';
import type { LintResult } from '../../lint/finding';
import { lint } from '../../lint/lint';
import { rules } from '../../lint/rules';
import type { SeverityOf } from '../../lint/settings';
import type { PipelineDocument } from '../../model/document';
import { listNames } from '../../model/vocabulary';
import { kinds } from '../../services/catalog';
import { type Given, UsageError } from '../command';
import { type ExitCode, exitCodes, worst } from '../exit-code';
import { fileFailure, parseInputs, readInputs } from '../input';
import type { Io } from '../io';
import { Baseline, type Compared } from './baseline';
import { applyQuickFixes } from './fix';
import { type FileReport, type Report, type Stats, severitiesOf, unreadableReport } from './report';
import { TeamSettings } from './settings';

interface Flags {
  readonly format: 'text' | 'json' | 'sarif' | 'markdown';
  readonly fix: boolean;
  readonly 'fail-on': 'error' | 'warning' | 'info' | 'hint' | 'never';
  readonly 'no-suppressions': boolean;
  readonly baseline: string | undefined;
  readonly 'update-baseline': boolean;
  readonly stats: boolean;
}

export async function runLint(io: Io, { values, words }: Given<Flags>): Promise<ExitCode> {
  if (values['update-baseline'] && values.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline <file>.');
  const { designs, unreadable, failures } = parseInputs(readInputs(io, words), kinds);
  const ruleTimes = new Map<string, number>();
  const started = performance.now();
  const settings = new TeamSettings(io.cwd);
  const check = (document: PipelineDocument, severityOf: SeverityOf): LintResult =>
    lint(document, {
      kinds,
      rules,
      matrix,
      today: io.today,
      severityOf,
      ignoreSuppressions: values['no-suppressions'],
      ...(values.stats && {
        now: () => performance.now(),
        onRuleTime: (rule: string, ms: number) => void ruleTimes.set(rule, (ruleTimes.get(rule) ?? 0) + ms),
      }),
    });

  const reports: FileReport[] = [];
  let unwritten = false;
  for (const { file, path: target, document } of designs) {
    const severityOf = await settings.severitiesFor(target);
    if (!values.fix) {
      reports.push({ file, document, result: check(document, severityOf), fixed: 0 });
      continue;
    }
    const { fixed, ...after } = applyQuickFixes(document, kinds, (changed) => check(changed, severityOf));
    const failure = fixed > 0 ? write(target, after.document.text) : undefined;
    if (failure === undefined) {
      reports.push({ file, ...after, fixed });
      continue;
    }
    failures.push(`${file}: ${failure}`);
    unwritten = true;
    reports.push({ file, document, result: check(document, severityOf), fixed: 0 });
  }
  failures.push(...settings.problems);
  const known = values.baseline === undefined ? undefined : compare(io, values.baseline, values, reports);
  if (known?.failure !== undefined) failures.push(`${values.baseline}: ${known.failure}`);
  const checked = known?.files ?? reports;
  const report: Report = {
    files: [...checked, ...unreadable.map(unreadableReport)],
    failures,
    baseline: known && { accepted: known.accepted, stale: known.stale },
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
    fails(checked, values['fail-on']) || broken.length > 0 || unwritten ? exitCodes.failed : exitCodes.fine,
  );
}

interface Known extends Compared {
  readonly failure?: string;
}

/** Takes out what the baseline accepts; a missing one is written, and accepts everything. */
function compare(io: Io, name: string, values: Flags, reports: readonly FileReport[]): Known {
  const file = path.resolve(io.cwd, name);
  const unchanged = { files: reports, accepted: 0, stale: 0 };
  const kept = (values['update-baseline'] ? undefined : Baseline.read(file)) ?? Baseline.write(file, reports, io.cwd);
  return typeof kept === 'string' ? { ...unchanged, failure: kept } : kept.compare(reports, io.cwd);
}

function fails(reports: readonly FileReport[], threshold: Flags['fail-on']): boolean {
  if (threshold === 'never') return false;
  const least = severities.indexOf(threshold);
  return reports.flatMap(severitiesOf).some((severity) => severities.indexOf(severity) >= least);
}

/** Formats are loaded by need: a run prints one. */
async function print(report: Report, format: Flags['format'], io: Io): Promise<string> {
  if (format === 'json') return (await import('./json')).printJson(report);
  if (format === 'markdown') return (await import('./markdown')).printMarkdown(report);
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
