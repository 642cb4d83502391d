import { plain } from '../kit/code-text';
import type { Assembly, OutsideStatement } from './assembly';

/** The README of an exported app: what it deploys, how, and what people outside it must be allowed. */
export function readme(assembly: Assembly, stackName: string): string {
  const { pipeline } = assembly.graph;
  const lines: string[] = [
    `# ${text(pipeline.name)}`,
    '',
    ...(pipeline.description ? [text(pipeline.description), ''] : []),
    'An AWS CDK app, exported by Dataweir from the design. The design is the source: change it and export again.',
    '',
    '| Files | Whose |',
    '| --- | --- |',
    '| `lib/generated/`, this file | generated: rewritten at each export. An edited one is kept, and the new one is written beside it as `.new` |',
    '| everything else | yours: written once, never overwritten. Your constructs go into `lib/pipeline-stack.ts` |',
    '',
    '## Deploy',
    '',
    '```sh',
    'npm install',
    'npm test          # cdk-nag and the CloudFormation validator, without an account',
    'npx cdk bootstrap # once for each account and Region',
    deployCommand(assembly, stackName),
    '```',
    '',
    // Written in Markdown by emitters; what people named in it may hold characters that end lines.
    ...list('Before you deploy', [...assembly.advice].sort().map(plain)),
    ...parameters(assembly),
    ...deployed(assembly),
    ...outside(assembly),
    ...acknowledged(assembly),
    ...list(
      'What the design says and this app does not do',
      [...assembly.leftOut]
        .sort((a, b) => compare(a.element, b.element))
        .map(({ element, reason }) => `\`${element}\`: ${text(reason)}.`),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function deployCommand(assembly: Assembly, stackName: string): string {
  const needed = [...assembly.parameters.values()]
    .filter((parameter) => parameter.default === undefined)
    .map(({ name }) => name)
    .sort();
  return ['npx cdk deploy', ...needed.map((name) => `--parameters ${stackName}:${name}=…`)].join(' \\\n  ');
}

function parameters(assembly: Assembly): string[] {
  const rows = [...assembly.parameters.values()]
    .sort((a, b) => compare(a.name, b.name))
    .map(({ name, description }) => `| \`${name}\` | ${text(description)} |`);
  return rows.length === 0 ? [] : ['## Parameters', '', '| Parameter | What it is |', '| --- | --- |', ...rows, ''];
}

function deployed(assembly: Assembly): string[] {
  const rows = [...assembly.nodes.values()].map(
    ({ node, view }) => `| \`${node.id}\` | ${text(node.label ?? node.id)} | \`${view.kind}\` |`,
  );
  return rows.length === 0
    ? []
    : ['## What it deploys', '', '| Construct id | In the design | Kind |', '| --- | --- | --- |', ...rows, ''];
}

/** Policies for principals that the stack does not own, in the words of IAM. */
function outside(assembly: Assembly): string[] {
  if (assembly.outside.length === 0) return [];
  const byWho = new Map<string, OutsideStatement[]>();
  for (const statement of assembly.outside) byWho.set(statement.who, [...(byWho.get(statement.who) ?? []), statement]);
  const lines = [
    '## What others need',
    '',
    'These principals are not part of the stack. Attach the statements to their roles; a name in angle brackets is an output of the stack, or the account and Region it is deployed to.',
    '',
  ];
  for (const [who, statements] of [...byWho].sort(([a], [b]) => compare(a, b))) {
    const policy = { Version: '2012-10-17', Statement: statementsOf(statements) };
    lines.push(
      `### ${text(who)}`,
      '',
      `For ${[...new Set(statements.map(({ element }) => `\`${element}\``))].sort().join(', ')}:`,
      '',
      '```json',
      escaped(JSON.stringify(policy, null, 2)),
      '```',
      '',
    );
  }
  return lines;
}

/** One statement for each set of resources. */
function statementsOf(
  statements: readonly OutsideStatement[],
): { readonly Effect: 'Allow'; readonly Action: string[]; readonly Resource: readonly string[] }[] {
  const byResource = new Map<string, { actions: Set<string>; resources: readonly string[] }>();
  for (const { actions, resources } of statements) {
    const key = JSON.stringify(resources);
    const known = byResource.get(key) ?? { actions: new Set<string>(), resources };
    for (const action of actions) known.actions.add(action);
    byResource.set(key, known);
  }
  return [...byResource.values()].map(({ actions, resources }) => ({
    Effect: 'Allow',
    Action: [...actions].sort(),
    Resource: resources,
  }));
}

function acknowledged(assembly: Assembly): string[] {
  const states = [...assembly.nodes.values(), ...assembly.edges, ...assembly.roles];
  const rows = states.flatMap(({ acknowledged: entries }) =>
    entries.map(({ rule, element, reason }) => `| \`${ruleName(rule)}\` | \`${element}\` | ${text(reason)} |`),
  );
  return rows.length === 0
    ? []
    : [
        '## Findings of cdk-nag that stay',
        '',
        '| Rule | Element | Why |',
        '| --- | --- | --- |',
        ...[...new Set(rows)].sort(compare),
        '',
      ];
}

const ruleName = (rule: { readonly tree: { readonly type: string } }): string => {
  const { tree } = rule as { tree: { type: string; value?: unknown; parts?: readonly unknown[] } };
  const full = tree.type === 'literal' ? String(tree.value) : String(tree.parts?.[0] ?? '');
  return full.replace(/\[.*$/s, '');
};

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, '', ...items.map((item) => `- ${item}`), ''];
}

/** Text of people as Markdown that shows just that text. */
const text = (value: string): string => plain(value).replace(/[\\`*_{}[\]<>#|!~$&]/g, '\\$&');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** JSON in which nothing but its own line ends ends a line. */
const escaped = (json: string): string =>
  json.replace(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'));
