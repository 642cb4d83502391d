import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pillars, severities } from '../src/kit/rule';
import { root } from './paths';

/** `npm run new-rule -- <pillar>/<name> [--service <kind>] [--severity …]`: a rule and its fixtures, ready to be written. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { service: { type: 'string' }, severity: { type: 'string', default: 'warning' } },
  });
  const id = positionals[0] ?? '';
  const [pillar, name] = id.split('/');
  if (!pillars.some((known) => known === pillar) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name ?? '') || id.length > 48) {
    fail(
      `Usage: npm run new-rule -- <pillar>/<subject>-<fault> [--service <kind>] [--severity <severity>]\nPillars: ${pillars.join(', ')}`,
    );
  }
  if (!severities.some((known) => known === values.severity)) fail(`Severities: ${severities.join(', ')}`);
  const folder = values.service ? `src/services/${values.service}/rules` : `src/lint/rules/${pillar}`;
  if (values.service && !existsSync(path.join(root, 'src/services', values.service)))
    fail(`There is no service folder "${values.service}".`);
  const file = path.join(root, folder, `${name}.ts`);
  if (existsSync(file)) fail(`${path.relative(root, file)} exists already.`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, values.service ? serviceRule(id, values.severity) : designRule(id, values.severity));
  writeFileSync(file.replace(/\.ts$/, '.fixtures.jsonc'), fixtures);
  console.log(
    `wrote ${path.relative(root, file)} and its fixtures.\nNow write the check and the cases, run npm run generate, and npx vitest run test/rule-fixtures.test.ts.`,
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

main();
