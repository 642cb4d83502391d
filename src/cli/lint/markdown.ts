import { code, plain } from '../../kit/markdown';
import type { Severity } from '../../kit/rule';
import { counted } from '../../kit/words';
import { waitingFields } from '../../lint/waiting';
import { placeOf } from '../place';
import type { FileReport, Report } from './report';
import { countsOf } from './text';

const marks: Readonly<Record<Severity, string>> = {
  error: ':red_circle: error',
  warning: ':orange_circle: warning',
  info: ':large_blue_circle: info',
  hint: ':white_circle: hint',
};
const mostFields = 20;

/** GitHub-flavoured Markdown, for a comment on a pull request. Texts of designs are no markup in it. */
export function printMarkdown({ files, failures, baseline }: Report): string {
  const blocks = [
    `### Dataweir: ${countsOf(files).join(', ') || 'no findings'} in ${counted(files.length, 'file')}`,
    ...failures.map((failure) => `:x: ${plain(failure)}`),
    ...files.flatMap(sectionOf),
    ...(baseline && baseline.accepted > 0
      ? [`${counted(baseline.accepted, 'finding')} accepted by the baseline.`]
      : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionOf({ file, document, result }: FileReport): string[] {
  const { findings, problems, suppressed, undecided } = result;
  const rows = [
    ...problems.map(({ severity, code: id, message, span }) => ({ severity, id, element: '', message, span })),
    ...findings.map(({ severity, rule: id, element, message, span }) => ({ severity, id, element, message, span })),
  ]
    .sort((a, b) => a.span.offset - b.span.offset)
    .map(({ severity, id, element, message, span }) => [
      marks[severity],
      code(id),
      element ? cell(code(element)) : '',
      String(placeOf(document, span).line),
      cell(plain(message)),
    ]);
  const accepted = suppressed.map(({ rule, element, suppression: { reason, owner, until } }) => [
    code(rule),
    element ? cell(code(element)) : '',
    cell(plain(reason ?? '')),
    cell(plain(owner ?? '')),
    until ?? '',
  ]);
  const waiting = waitingFields(undecided);
  const fields = waiting
    .slice(0, mostFields)
    .map(({ owner, field, rules }) => [cell(code(owner)), cell(code(field)), String(rules.length)]);
  const more = waiting.length - fields.length;
  const parts = [
    rows.length > 0 ? table(['', 'Rule', 'Element', 'Line', 'Finding'], rows) : undefined,
    accepted.length > 0
      ? folded(
          `${counted(accepted.length, 'finding')} suppressed`,
          table(['Rule', 'Element', 'Reason', 'Owner', 'Until'], accepted),
        )
      : undefined,
    fields.length > 0
      ? folded(
          `${counted(undecided.length, 'check')} cannot decide for want of a field`,
          `${table(['Element', 'Field', 'Rules that wait'], fields)}${more > 0 ? `\n\nand ${counted(more, 'field')} more.` : ''}`,
        )
      : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? [`**${plain(file)}**`, ...parts] : [];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const folded = (summary: string, content: string): string =>
  `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
