import type { Finding } from '../../lint/finding';
import { waitingFields } from '../../lint/waiting';
import { printPointer } from '../../model/json';
import { placeOf } from '../place';
import type { FileReport, Report } from './report';

/** Version of the shape of this report. */
const version = 1;

export function printJson({ files, baseline, stats }: Report): string {
  const all = <T>(items: (file: FileReport) => readonly T[]): T[] => files.flatMap(items);
  const report = {
    version,
    findings: all((file) => file.result.findings.map((finding) => findingOf(file, finding))),
    undecided: all(({ file, result }) => result.undecided.map((entry) => ({ file, ...entry }))),
    waiting: all(({ file, result }) => waitingFields(result.undecided).map((field) => ({ file, ...field }))),
    suppressed: all((file) =>
      file.result.suppressed.map((finding) => ({ ...findingOf(file, finding), suppression: finding.suppression })),
    ),
    problems: all(({ file, document, result }) =>
      result.problems.map(({ code, severity, message, path, span }) => ({
        file,
        code,
        severity,
        message,
        path: printPointer(path),
        ...placeOf(document, span),
      })),
    ),
    ...(baseline && { baseline }),
    ...(stats && { stats }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingOf({ file, document }: FileReport, finding: Finding): Record<string, unknown> {
  const { rule, severity, message, element, path, span, values, fixes } = finding;
  return {
    file,
    rule,
    severity,
    message,
    element,
    path: printPointer(path),
    ...placeOf(document, span),
    values,
    fixes: fixes.map(({ title, kind }) => ({ title, kind })),
  };
}
