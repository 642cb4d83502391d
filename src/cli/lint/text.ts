import { type Severity, severities } from '../../kit/rule';
import { counted } from '../../kit/words';
import { type Paint, paints } from '../paint';
import { placeOf } from '../place';
import { type FileReport, type Report, severitiesOf } from './report';

interface Line {
  readonly place: string;
  readonly severity: Severity;
  /** Rule of a finding, or code of a problem. */
  readonly id: string;
  readonly fixable: boolean;
  readonly message: string;
  readonly offset: number;
}

/** Findings by file, in the order of the text, and a summary. */
export function printText(report: Report, color: boolean): string {
  const paint = paints(color);
  const sections = report.files.flatMap((file) => {
    const lines = linesOf(file);
    return lines.length > 0 ? [`${paint.heading(file.file)}\n${printLines(lines, paint)}`] : [];
  });
  return [...sections, `${summary(report, paint)}\n`].join('\n');
}

function linesOf({ document, result }: FileReport): Line[] {
  const lines = [
    ...result.findings.map(({ rule, severity, message, span, fixes }) => ({
      ...at(document, span),
      severity,
      id: rule,
      fixable: fixes.some(({ kind }) => kind === 'quickfix'),
      message,
    })),
    ...result.problems.map(({ code, severity, message, span }) => ({
      ...at(document, span),
      severity,
      id: code,
      fixable: false,
      message,
    })),
  ];
  return lines.sort((a, b) => a.offset - b.offset);
}

function at(
  document: FileReport['document'],
  span: { offset: number; length: number },
): { place: string; offset: number } {
  const { line, column } = placeOf(document, span);
  return { place: `${line}:${column}`, offset: span.offset };
}

function printLines(lines: readonly Line[], paint: Paint): string {
  const width = (of: (line: Line) => string): number => Math.max(...lines.map((line) => of(line).length));
  const [places, names, ids] = [width(({ place }) => place), width(({ severity }) => severity), width(nameOf)];
  return lines
    .map((line) =>
      [
        ` ${paint.quiet(line.place.padStart(places))}`,
        paint[line.severity](line.severity.padEnd(names)),
        nameOf(line).padEnd(ids),
        line.message,
      ].join('  '),
    )
    .map((line) => `${line}\n`)
    .join('');
}

const nameOf = ({ id, fixable }: Line): string => (fixable ? `${id} *` : id);

function summary({ files, failures, baseline, stats }: Report, paint: Paint): string {
  const found = countsOf(files, paint);
  const sum = (of: (file: FileReport) => number): number => files.reduce((total, file) => total + of(file), 0);
  const fixed = sum((file) => file.fixed);
  const suppressed = sum(({ result }) => result.suppressed.length);
  const undecided = sum(({ result }) => result.undecided.length);
  const fixable = sum(
    ({ result }) => result.findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'quickfix')).length,
  );
  const unread = failures.length > 0 ? `; ${countOf(failures.length, 'file')} could not be read` : '';
  const lines = [
    `${found.length > 0 ? found.join(', ') : 'No findings'} in ${countOf(files.length, 'file')}${unread}.`,
    ...(fixed > 0 ? [`${countOf(fixed, 'fix', 'es')} applied.`] : []),
    ...(fixable > 0 ? [`* ${countOf(fixable, 'finding')} can be mended with --fix.`] : []),
    ...(suppressed > 0 ? [`${countOf(suppressed, 'finding')} suppressed.`] : []),
    ...(baseline && baseline.accepted > 0
      ? [`${countOf(baseline.accepted, 'finding')} accepted by the baseline.`]
      : []),
    ...(baseline && baseline.stale > 0
      ? [
          `${counted(baseline.stale, 'entry', 'entries')} of the baseline matched nothing: --update-baseline takes them out.`,
        ]
      : []),
    ...(undecided > 0
      ? [`${countOf(undecided, 'check')} could not decide for want of a field; --format json names them.`]
      : []),
  ];
  if (stats) {
    lines.push(
      '',
      `Checked ${stats.elements} elements of ${countOf(stats.files, 'file')} in ${stats.ms.toFixed(1)} ms; slowest rules:`,
    );
    lines.push(...stats.rules.slice(0, 10).map(({ rule, ms }) => `${ms.toFixed(2).padStart(9)} ms  ${rule}`));
  }
  return lines.join('\n');
}

/** `2 errors`, `1 warning`: how many of each severity there are, worst first. */
export function countsOf(files: readonly FileReport[], paint: Paint = paints(false)): string[] {
  const counts = new Map<Severity, number>();
  for (const severity of files.flatMap(severitiesOf)) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return severities
    .toReversed()
    .flatMap((severity) => (counts.has(severity) ? [paint[severity](countOf(counts.get(severity)!, severity))] : []));
}

function countOf(count: number, noun: string, plural = 's'): string {
  // "info" has no plural of its own.
  return `${count} ${noun}${count === 1 || noun === 'info' ? '' : plural}`;
}
