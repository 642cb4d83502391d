import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pillars, severities } from '../src/kit/rule';
import { writeOutputs } from './generate/outputs';
import { root } from './paths';

/** A rule and its fixtures, ready to be written; a sentence when that cannot be. */
export function ruleFiles(id: string, severity: string, service: string | undefined): Map<string, string> | string {
  const [pillar, name] = id.split('/');
  if (!pillars.some((known) => known === pillar) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name ?? '') || id.length > 48) {
    return `Usage: npm run new-rule -- <pillar>/<subject>-<fault> [--service <kind>] [--severity <severity>]\nPillars: ${pillars.join(', ')}`;
  }
  if (!severities.some((known) => known === severity)) return `Severities: ${severities.join(', ')}`;
  if (service !== undefined && !existsSync(path.join(root, 'src/services', service)))
    return `There is no service folder "${service}".`;
  const stem = service === undefined ? `src/lint/rules/${pillar}/${name}` : `src/services/${service}/rules/${name}`;
  if (existsSync(path.join(root, `${stem}.ts`))) return `${stem}.ts exists already.`;
  return new Map([
    [`${stem}.ts`, service === undefined ? designRule(id, severity) : serviceRule(id, severity)],
    [`${stem}.fixtures.jsonc`, fixtures],
  ]);
}

/** `npm run new-rule -- <pillar>/<name> [--service <kind>] [--severity …]` */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { service: { type: 'string' }, severity: { type: 'string', default: 'warning' } },
  });
  const files = ruleFiles(positionals[0] ?? '', values.severity, values.service);
  if (typeof files === 'string') fail(files);
  const written = writeOutputs(root, files);
  console.log(
    `wrote ${written.join(' and ')}.\nNow write the check and the cases, run npm run generate, and npx vitest run test/rule-fixtures.test.ts.`,
  );
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

const text = (id: string, severity: string): string => `  id: '${id}',
  severity: '${severity}',
  since: '0.1.0',
  summary: '',
  why: '',
  source: '',
  fix: null,`;

const serviceRule = (id: string, severity: string): string => `import { defineRule, labelOf } from '../../../kit/rule';
import { service } from '../service';

export const rule = defineRule(service, {
${text(id, severity)}
  check({ node, need, report }) {
    if (need(node, ['confirmed'])) return;
    report({ message: \`\${labelOf(node)}: \` });
  },
});
`;

const designRule = (
  id: string,
  severity: string,
): string => `import { defineNodeRule, labelOf } from '../../../kit/rule';

export const rule = defineNodeRule({
${text(id, severity)}
  check({ node, need, report }) {
    if (need(node, ['confirmed'])) return;
    report({ message: \`\${labelOf(node)}: \` });
  },
});
`;

const fixtures = `// bad: what is wrong
{
  "nodes": [
  ]
}

// good: the same, done right
{
}

// unresolved(field): what nobody declared
{
}
`;

if (require.main === module) main();
