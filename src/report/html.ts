import { escaped } from '../kit/html';
import { counted } from '../kit/words';
import { type PictureLook, picture } from '../picture/svg';
import { style } from './html-style';
import type { PillarReview, Review, ReviewedFinding } from './review';
import { mostFields, pillarNames, scoreWords, summaryOf } from './words';

/**
 * The review as one HTML file that needs nothing else: no script, no address that is fetched. Reads on a screen in light
 * and dark, and prints.
 */
export function printHtml(review: Review, look: PictureLook): string {
  const { name, story, today, version, pipeline, pillars, order, assumptions, suppressed, waiting } = review;
  const sections = [
    `<figure>${picture(pipeline, look)}</figure>`,
    `<h2>Pillars</h2>\n<table class="pillars"><thead>${row('th', ['Pillar', 'Score', 'Errors', 'Warnings', 'Infos', 'Rules decided', 'Cannot decide'])}</thead><tbody>${pillars.map(pillarRow).join('')}</tbody></table>\n<p class="quiet">The score is the weight of the rules that hold, of those that could be decided: an error weighs ten, a warning four, an info one.</p>`,
    order.length > 0 &&
      `<h2>What to do first</h2>\n${table(
        ['Risk', 'Effort', 'Element', 'What', 'Rule'],
        order.map(({ risk, effort, element, advice, rule }) => [
          `<span class="mark ${risk}">${risk}</span>`,
          effort,
          escaped(element ?? 'the design'),
          escaped(advice),
          `<a href="#${anchor(rule)}"><code>${escaped(rule)}</code></a>`,
        ]),
      )}\n<p class="quiet">Effort: small is a setting that a quick fix makes, medium a change that is offered, large a choice for people.</p>`,
    ...pillars
      .filter(({ findings }) => findings.length > 0)
      .map(({ pillar, findings }) => `<h2>${pillarNames[pillar]}</h2>\n${printFindings(findings)}`),
    assumptions.length > 0 &&
      `<h2>Assumptions</h2>\n<p>What the design declares, and the review takes as given.</p>\n<dl>${assumptions
        .map(
          ({ about, facts }) =>
            `<dt>${escaped(about)}</dt><dd>${escaped(facts.join('; ') || 'nothing is declared')}</dd>`,
        )
        .join('')}</dl>`,
    suppressed.length > 0 &&
      `<h2>Accepted</h2>\n${table(
        ['Rule', 'Element', 'Reason', 'Owner', 'Until'],
        suppressed.map(({ rule, element, suppression: { reason, owner, until } }) => [
          `<code>${escaped(rule)}</code>`,
          escaped(element ?? 'the design'),
          escaped(reason ?? ''),
          escaped(owner ?? ''),
          escaped(until ?? ''),
        ]),
      )}`,
    waiting.length > 0 &&
      `<h2>Cannot be decided</h2>\n<p>Rules wait for these fields; the one that most of them wait for comes first.</p>\n${table(
        ['Element', 'Field', 'Rules that wait'],
        waiting
          .slice(0, mostFields)
          .map(({ owner, field, rules }) => [
            `<code>${escaped(owner)}</code>`,
            `<code>${escaped(field)}</code>`,
            rules.map((rule) => `<code>${escaped(rule)}</code>`).join(', '),
          ]),
      )}${waiting.length > mostFields ? `\n<p>And ${counted(waiting.length - mostFields, 'field')} more.</p>` : ''}`,
  ].filter((section) => typeof section === 'string');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Well-Architected review: ${escaped(name)}</title>
<style>
${style}</style>
</head>
<body>
<header>
<h1>${escaped(name)}</h1>
${story ? `<p>${escaped(story)}</p>\n` : ''}<p class="quiet">Well-Architected review of ${today}, by Dataweir ${escaped(version)}. ${summaryOf(review)}</p>
</header>
<main>
${sections.map((section) => `<section>\n${section}\n</section>`).join('\n')}
</main>
</body>
</html>
`;
}

function pillarRow({ pillar, score, findings, decided, waiting }: PillarReview): string {
  const of = (severity: string): string => String(findings.filter((finding) => finding.severity === severity).length);
  const bar = score === undefined ? '' : `<meter min="0" max="100" value="${score}">${score} %</meter> `;
  return row('td', [
    pillarNames[pillar],
    `${bar}${scoreWords(score)}`,
    of('error'),
    of('warning'),
    of('info'),
    String(decided),
    String(waiting),
  ]);
}

/** Findings of one rule follow each other: the first of them is where links lead. */
function printFindings(findings: readonly ReviewedFinding[]): string {
  const seen = new Set<string>();
  return findings
    .map((finding) => {
      const first = !seen.has(finding.rule);
      seen.add(finding.rule);
      return printFinding(finding, first);
    })
    .join('\n');
}

function printFinding(finding: ReviewedFinding, first: boolean): string {
  const { severity, risk, element, message, why, fixes, lens, rule, sources, byDefault } = finding;
  const details = [
    `<code>${escaped(rule)}</code>`,
    lens.length > 0 && `Data Analytics Lens ${lens.map(escaped).join(', ')}`,
    byDefault && 'rests on a default that nobody confirmed',
    ...sources
      .filter((source) => source.startsWith('https://'))
      .map((source) => `<a href="${escaped(source)}">source</a>`),
  ].filter(Boolean);
  return `<article${first ? ` id="${anchor(rule)}"` : ''}><h3><span class="mark ${risk}">${severity}</span> ${escaped(element ?? 'The design')}</h3>
<p>${escaped(message)}</p>
<p class="quiet">${escaped(why)}</p>
${fixes.length > 0 ? `<p>Fix: ${escaped(fixes.join('; or: '))}.</p>\n` : ''}<p class="details">${details.join(' · ')}</p></article>`;
}

const anchor = (rule: string): string => escaped(rule.replace('/', '-'));
const row = (tag: 'td' | 'th', cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead>${row('th', heads)}</thead><tbody>${rows.map((cells) => row('td', cells)).join('')}</tbody></table>`;
