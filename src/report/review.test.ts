import { describe, expect, test } from 'vitest';
import { matrix } from '../connections/matrix';
import { lint } from '../lint/lint';
import { rules } from '../lint/rules';
import { parseDocument } from '../model/document';
import { kinds } from '../services/catalog';
import { printHtml } from './html';
import { printMarkdown } from './markdown';
import { reviewOf } from './review';

const options = { kinds, rules, matrix, today: '2026-11-30' };
const hostile = `</td><script>alert(1)</script> | [a](http://b) \`x\``;

function review(design: object) {
  const document = parseDocument(JSON.stringify({ version: 1, name: 'Menu', ...design }), kinds);
  return reviewOf(document, lint(document, options), { ...options, version: '1.2.3' });
}

const design = {
  description: 'Who reads the menu?',
  architecture: { region: 'eu-west-1', iac: 'none', teamSkills: ['sql'] },
  data: [{ id: 'clicks', name: 'Clicks', totalGB: 60, retentionDays: 365, hotDays: 30, classification: 'internal' }],
  nodes: [{ id: 'lake', kind: 's3', label: 'Lake', data: ['clicks'], confirmed: true, config: { tlsOnly: false } }],
  edges: [{ id: 'lost', from: 'nowhere', to: 'lake' }],
  suppressions: [
    { rule: 'security/s3-tls-only', on: 'lake', reason: 'inside only', owner: 'web', until: '2027-01-01' },
  ],
};

describe('a review', () => {
  const { pillars, order, suppressed, waiting, assumptions } = review(design);
  const of = (name: string) => pillars.find(({ pillar }) => pillar === name)!;

  test('scores each pillar by what could be decided', () => {
    expect(of('graph').score).toBeLessThan(100);
    expect(of('iam')).toMatchObject({ findings: [], score: expect.anything() as number });
    expect(review({}).pillars.every(({ score }) => score === undefined || score === 100 || score === 0)).toBe(true);
    const { score } = of('cost');
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThan(100);
  });

  test('orders by risk, then by effort', () => {
    expect(order[0]).toMatchObject({ rule: 'graph/dangling-edge', risk: 'high', element: 'lost' });
    const risk = order.map((finding) => ['high', 'medium', 'low'].indexOf(finding.risk));
    expect(risk).toEqual([...risk].sort());
    const medium = order.filter((finding) => finding.risk === 'medium').map(({ effort }) => effort);
    expect(medium.indexOf('small')).toBe(0);
    expect(medium.lastIndexOf('small')).toBeLessThan(
      medium.includes('large') ? medium.indexOf('large') : medium.length,
    );
    expect(order.find(({ rule }) => rule === 'cost/s3-lifecycle-missing')).toMatchObject({
      element: 'Lake',
      effort: 'small',
      lens: expect.arrayContaining([expect.any(String)]) as string[],
      fixes: ['Add a lifecycle rule: STANDARD_IA after 30 days and gone after 365 days'],
    });
  });

  test('keeps what is accepted apart, and says what was taken as given and what is not known', () => {
    expect(suppressed).toMatchObject([{ rule: 'security/s3-tls-only', element: 'Lake' }]);
    expect(order.map(({ rule }) => rule)).not.toContain('security/s3-tls-only');
    expect(assumptions).toEqual([
      { about: 'The design', facts: ['in eu-west-1', 'deployed by hand', 'the team knows sql'] },
      { about: 'Clicks', facts: ['60 GB in all', 'kept 365 days', 'internal'] },
    ]);
    expect(waiting.length).toBeGreaterThan(0);
  });
});

describe('as a web page', () => {
  const look = { kinds, icon: () => undefined };

  test('says everything once, and needs nothing else', () => {
    const html = printHtml(review(design), look);
    for (const words of [
      '<h1>Menu</h1>',
      'Who reads the menu?',
      '2026-11-30',
      'Dataweir 1.2.3',
      'What to do first',
      'Cost optimisation',
      'Assumptions',
      'Accepted',
      'inside only',
      '2027-01-01',
      'Cannot be decided',
      '<svg ',
    ])
      expect(html).toContain(words);
    expect(html).not.toMatch(/<script|<link|<iframe|url\(http|src="http/);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${target}"`);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('takes nothing of a design for markup', () => {
    const html = printHtml(
      review({
        ...design,
        name: hostile,
        description: hostile,
        data: [{ ...design.data[0], name: hostile, owner: hostile, question: hostile }],
        nodes: [{ ...design.nodes[0], label: hostile }],
        suppressions: [{ ...design.suppressions[0], reason: hostile, owner: hostile }],
      }),
      look,
    );
    expect(html).not.toContain('<script');
    const tags = (text: string) => text.match(/<\/?[a-zA-Z]+/g);
    expect(tags(html)).toEqual(
      tags(
        printHtml(
          review({
            ...design,
            data: [{ ...design.data[0], owner: 'a', question: 'b' }],
            // As many lines in the picture as the other one.
            nodes: [{ ...design.nodes[0], label: 'Lake of all the clicks there are' }],
          }),
          look,
        ),
      ),
    );
  });
});

describe('as Markdown', () => {
  test('has the same sections, and tables that hold', () => {
    const text = printMarkdown(review({ ...design, name: hostile, nodes: [{ ...design.nodes[0], label: hostile }] }));
    for (const heading of [
      '## Pillars',
      '## What to do first',
      '## Assumptions',
      '## Accepted',
      '## Cannot be decided',
    ])
      expect(text).toContain(heading);
    expect(text).not.toMatch(/(?<!\\)<script/);
    expect(text).not.toContain('[a](http');
    const columns = (line: string): number => line.split(/(?<!\\)\|/).length;
    for (const block of text.split('\n\n').filter((part) => part.startsWith('| ')))
      expect(new Set(block.trimEnd().split('\n').map(columns)).size, block).toBe(1);
  });
});
