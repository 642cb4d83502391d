import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stages } from '../src/model/kind';
import { root } from './paths';

/** `npm run new-service -- <kind> --label "Amazon X" --stage storage`: a service folder with its light facets and an emitter. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      label: { type: 'string' },
      stage: { type: 'string' },
      role: { type: 'string' },
      icon: { type: 'string' },
    },
  });
  const kind = positionals[0] ?? '';
  const { label, stage } = values;
  if (!/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(kind) || !label || !stages.some((known) => known === stage)) {
    fail(
      `Usage: npm run new-service -- <kind> --label "Amazon X" --stage <stage> [--role <role>] [--icon architecture-service/AmazonX]\nStages: ${stages.join(', ')}`,
    );
  }
  const folder = path.join(root, 'src/services', kind);
  if (existsSync(folder)) fail(`src/services/${kind} exists already.`);
  mkdirSync(path.join(folder, 'rules'), { recursive: true });
  const files = {
    'service.ts': service(kind, label, stage!, values.role ?? roleOf[stage!] ?? 'process', values.icon),
    'config.ts': config,
    'facts.ts': facts,
    'cdk.ts': cdk,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  console.log(
    `wrote src/services/${kind}/{${Object.keys(files).join(',')}}.\nFill the facets, say in src/connections who may feed it, run npm run generate, add a golden, read it, add a changelog line.`,
  );
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

const roleOf: Readonly<Record<string, string>> = {
  source: 'source',
  ingestion: 'ingest',
  storage: 'store',
  orchestration: 'orchestrate',
  analytics: 'consume',
  consumers: 'consume',
  governance: 'govern',
  operations: 'observe',
};
const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const service = (
  kind: string,
  label: string,
  stage: string,
  role: string,
  icon: string | undefined,
): string => `import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: ${quote(kind)},
  label: ${quote(label)},
  summary: '',
  stage: ${quote(stage)},
  role: ${quote(role)},
  searchWords: [],
  cloudFormationTypes: [],
  icon: ${icon ? `{ aws: ${quote(icon)} }` : "{ codicon: 'package' }"},
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
`;

const config = `import * as z from 'zod';

export const config = z.strictObject({});
`;

const facts = `import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: { value: {}, source: 'https://docs.aws.amazon.com/', checked: '${new Date().toISOString().slice(0, 10)}' },
});
`;

const cdk = `import { notSupported } from '../../kit/service';

export const cdk = notSupported('The reason people read in the coverage table.');
`;

main();
