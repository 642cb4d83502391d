import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stages } from '../src/model/kind';
import { writeOutputs } from './generate/outputs';
import { root } from './paths';

interface NewService {
  readonly kind: string;
  readonly label: string | undefined;
  readonly stage: string | undefined;
  readonly role: string | undefined;
  /** Name of an icon in the `aws-icons` package; a codicon stands in when left out. */
  readonly icon: string | undefined;
}

/** A service folder with its light facets and an emitter; a sentence when that cannot be. */
export function serviceFiles({ kind, label, stage, role, icon }: NewService): Map<string, string> | string {
  if (!/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(kind) || !label || !stages.some((known) => known === stage)) {
    return `Usage: npm run new-service -- <kind> --label "Amazon X" --stage <stage> [--role <role>] [--icon architecture-service/AmazonX]\nStages: ${stages.join(', ')}`;
  }
  const folder = `src/services/${kind}`;
  if (existsSync(path.join(root, folder))) return `${folder} exists already.`;
  return new Map([
    [`${folder}/service.ts`, service(kind, label, stage!, role ?? roleOf[stage!] ?? 'process', icon)],
    [`${folder}/config.ts`, config],
    [`${folder}/facts.ts`, facts],
    [`${folder}/cdk.ts`, cdk],
  ]);
}

/** `npm run new-service -- <kind> --label "Amazon X" --stage storage` */
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
  const { label, stage, role, icon } = values;
  const files = serviceFiles({ kind: positionals[0] ?? '', label, stage, role, icon });
  if (typeof files === 'string') fail(files);
  const written = writeOutputs(root, files);
  console.log(
    `wrote ${written.join(', ')}.\nFill the facets, say in src/connections who may feed it, run npm run generate, add a golden, read it, add a changelog line.`,
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

if (require.main === module) main();
