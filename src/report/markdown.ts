import { code, link, plain } from '../kit/markdown';
import { counted } from '../kit/words';
import type { Review, ReviewedFinding } from './review';
import { mostFields, pillarNames, scoreWords, summaryOf } from './words';

/** The review as GitHub-flavoured Markdown. Texts of the design are no markup in it. */
export function printMarkdown(review: Review): string {
  const { name, story, today, version, pillars, order, assumptions, suppressed, waiting } = review;
  const blocks = [
    `# Well-Architected review: ${plain(name)}`,
    story && plain(story),
    `${today}, Dataweir ${version}. ${summaryOf(review)}`,
    '## Pillars',
    table(
      ['Pillar', 'Score', 'Errors', 'Warnings', 'Infos', 'Rules decided', 'Cannot decide'],
      pillars.map(({ pillar, score, findings, decided, waiting: waits }) => [
        pillarNames[pillar],
        scoreWords(score),
        ...(['error', 'warning', 'info'] as const).map((severity) =>
          String(findings.filter((finding) => finding.severity === severity).length),
        ),
        String(decided),
        String(waits),
      ]),
    ),
    ...(order.length > 0
      ? [
          '## What to do first',
          table(
            ['Risk', 'Effort', 'Element', 'What', 'Rule'],
            order.map(({ risk, effort, element, advice, rule }) => [
              risk,
              effort,
              plain(element ?? 'the design'),
              plain(advice),
              code(rule),
            ]),
          ),
        ]
      : []),
    ...pillars.flatMap(({ pillar, findings }) =>
      findings.length > 0 ? [`## ${pillarNames[pillar]}`, ...findings.map(printFinding)] : [],
    ),
    ...(assumptions.length > 0
      ? [
          '## Assumptions',
          'What the design declares, and the review takes as given.',
          assumptions
            .map(({ about, facts }) => `- **${plain(about)}**: ${plain(facts.join('; ') || 'nothing is declared')}`)
            .join('\n'),
        ]
      : []),
    ...(suppressed.length > 0
      ? [
          '## Accepted',
          table(
            ['Rule', 'Element', 'Reason', 'Owner', 'Until'],
            suppressed.map(({ rule, element, suppression: { reason, owner, until } }) => [
              code(rule),
              plain(element ?? 'the design'),
              plain(reason ?? ''),
              plain(owner ?? ''),
              until ?? '',
            ]),
          ),
        ]
      : []),
    ...(waiting.length > 0
      ? [
          '## Cannot be decided',
          'Rules wait for these fields; the one that most of them wait for comes first.',
          table(
            ['Element', 'Field', 'Rules'],
            waiting
              .slice(0, mostFields)
              .map(({ owner, field, rules }) => [code(owner), code(field), rules.map((rule) => code(rule)).join(', ')]),
          ),
          waiting.length > mostFields && `And ${counted(waiting.length - mostFields, 'field')} more.`,
        ]
      : []),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function printFinding({
  severity,
  element,
  message,
  why,
  fixes,
  lens,
  rule,
  sources,
  byDefault,
}: ReviewedFinding): string {
  const lines = [
    `- **${severity}** · ${plain(element ?? 'the design')} · ${code(rule)}${lens.length > 0 ? ` · Data Analytics Lens ${lens.join(', ')}` : ''}  `,
    `  ${plain(message)}  `,
    `  Why: ${plain(why)}`,
    ...(fixes.length > 0 ? [`  Fix: ${plain(fixes.join('; or: '))}`] : []),
    ...(byDefault ? ['  Rests on a default that nobody confirmed.'] : []),
    ...(sources[0]?.startsWith('https://') ? [`  ${link('Source', sources[0])}`] : []),
  ];
  return lines.join('\n');
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replace(/\s*\n\s*/g, ' ')).join(' | ')} |`)
    .join('\n');
