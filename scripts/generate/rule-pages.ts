import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { matrix } from '../../src/connections/matrix';
import { plain } from '../../src/kit/markdown';
import { pillarOf, type Rule } from '../../src/kit/rule';
import { type FixtureCase, parseFixtures } from '../../src/lint/fixture';
import { lint } from '../../src/lint/lint';
import { rules } from '../../src/lint/rules';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import type { Outputs } from './outputs';

/** `docs/rules/<pillar>/<rule>.md`, one a rule, with its fixtures as examples, and an index. */
export function rulePages(root: string): Outputs {
  const source = path.join(root, 'src');
  const fixtures = new Map(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.fixtures.jsonc'))
      .map((file) => [path.basename(file, '.fixtures.jsonc'), path.join(source, file)]),
  );
  const outputs: Outputs = new Map();
  for (const rule of rules) {
    const file = fixtures.get(nameOf(rule));
    const cases = file ? parseFixtures(readFileSync(file, 'utf8')) : [];
    outputs.set(`docs/rules/${rule.id}.md`, page(rule, cases));
  }
  outputs.set('docs/rules/index.md', index());
  return outputs;
}

const nameOf = (rule: Rule): string => rule.id.slice(rule.id.indexOf('/') + 1);

function page(rule: Rule, cases: readonly FixtureCase[]): string {
  const sections = [
    `# ${rule.id}`,
    rule.summary,
    facts(rule),
    `## Why\n\n${rule.why}`,
    examples(
      'Bad',
      cases.filter(({ kind }) => kind === 'bad'),
      (text) => said(rule, text),
    ),
    examples(
      'Good',
      cases.filter(({ kind }) => kind === 'good'),
    ),
    fixSection(rule),
    waiting(cases.filter(({ kind, waitsFor }) => kind === 'unresolved' && waitsFor.length > 0)),
    `## When not to use it\n\n${rule.exceptions ?? 'Accept a finding on one element with a suppression that says why:'}\n\n${suppression(rule)}`,
    references(rule),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function facts(rule: Rule): string {
  const scope =
    rule.subject === 'node'
      ? (rule.kinds?.map((kind) => kinds.get(kind)?.label ?? kind).join(', ') ?? 'every node')
      : scopes[rule.subject];
  const fix = rule.fix === null ? 'none' : rule.fix === 'quickfix' ? 'quick fix' : 'refactor';
  return `| Severity | Looks at | Fix | Since |\n| --- | --- | --- | --- |\n| ${rule.severity} | ${scope} | ${fix} | ${rule.since} |`;
}

const scopes: Readonly<Record<Exclude<Rule['subject'], 'node'>, string>> = {
  edge: 'edges',
  data: 'data sets',
  role: 'roles',
  persona: 'personas',
  grant: 'grants',
  architecture: 'the design',
};

function examples(title: string, cases: readonly FixtureCase[], after: (text: string) => string = () => ''): string {
  if (cases.length === 0) return '';
  return `## ${title}\n\n${cases.map(({ title: name, example, text }) => `${sentence(name)}\n\n\`\`\`jsonc\n${example}\n\`\`\`${after(text)}`).join('\n\n')}`;
}

/** What the rule says of a design, and the fixes that it offers: pinned here, for fixtures expect a part of it. */
function said(rule: Rule, text: string): string {
  const { findings } = lint(parseDocument(text, kinds), { kinds, rules, matrix, today });
  const lines = findings
    .filter((finding) => finding.rule === rule.id)
    .map(({ severity, message, fixes }) =>
      [`- **${severity}**: ${plain(message)}`, ...fixes.map(({ title }) => `  - Fix: ${plain(title)}`)].join('\n'),
    );
  return lines.length > 0 ? `\n\n${lines.join('\n')}` : '';
}

/** That of the fixtures. */
const today = '2026-11-24';

function fixSection(rule: Rule): string {
  if (rule.fix === null) return '## Fix\n\nThe choice belongs to people: there is no automatic fix.';
  return rule.fix === 'quickfix'
    ? '## Fix\n\nA quick fix sets the fields of the reported element. It is safe to apply in bulk, with `dataweir lint --fix` or *Fix all*.'
    : '## Fix\n\nA refactoring changes nodes, edges or grants. It is offered one by one.';
}

function waiting(cases: readonly FixtureCase[]): string {
  const fields = [...new Set(cases.flatMap(({ waitsFor }) => waitsFor))];
  if (fields.length === 0) return '';
  return `## What it needs to know\n\nWithout ${fields.map((field) => `\`${field}\``).join(', ')} the rule cannot decide, and stays silent.`;
}

function suppression(rule: Rule): string {
  return `\`\`\`jsonc\n"suppressions": [{ "rule": "${rule.id}"${rule.subject === 'architecture' ? '' : ', "on": "<element>"'}, "reason": "…", "owner": "…", "until": "2027-06-30" }]\n\`\`\``;
}

function references(rule: Rule): string {
  const sources = ([] as string[])
    .concat(rule.source)
    .map((source) => `- ${source.startsWith('http') ? `<${source}>` : source}`);
  const { lens = [], hub = [], nag = [], checkov = [] } = rule.references ?? {};
  const peers = [
    lens.length > 0 && `- Well-Architected Data Analytics Lens ${lens.join(', ')}`,
    hub.length > 0 && `- AWS Security Hub ${hub.join(', ')}`,
    nag.length > 0 && `- cdk-nag ${nag.map((id) => `AwsSolutions-${id}`).join(', ')}`,
    checkov.length > 0 && `- Checkov ${checkov.join(', ')}`,
  ].filter((line) => line !== false);
  return `## References\n\n${[...new Set(sources)].join('\n')}${peers.length > 0 ? `\n\nComparable checks look at the same setting; they need not fire in the same cases:\n\n${peers.join('\n')}` : ''}`;
}

const sentence = (text: string): string =>
  `${text[0]!.toUpperCase()}${text.slice(1)}${/[.:!?]$/.test(text) ? '' : ':'}`;

function index(): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.fix ?? '—'} | ${rule.summary} |`,
  );
  const pillars = new Set(rules.map((rule) => pillarOf(rule)));
  return `# Rules\n\n${rules.length} rules in ${pillars.size} pillars.\n\n| Rule | Severity | Fix | Advice |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
