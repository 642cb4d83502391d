import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportCdk } from '../../src/cdk/export';
import { matrix } from '../../src/connections/matrix';
import { lint } from '../../src/lint/lint';
import { rules } from '../../src/lint/rules';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import { AppFolder, actionExists, actionsIn, root, type Synthesized } from './harness';

/** The whole way of the café's clickstream: from the design to a template that CloudFormation and cdk-nag take. */

const text = readFileSync(path.join(root, 'templates/cafe-clickstream.pipeline.json'), 'utf8');
const document = parseDocument(text, kinds);
const verdict = lint(document, { kinds, rules, matrix, today: '2026-11-24' });
const exported = exportCdk(document, verdict);
if (exported.outcome !== 'exported') throw new Error(JSON.stringify(exported.refusals, null, 2));
const { files } = exported;

it('lints without an error, even before anything lowers one', () => {
  expect([...verdict.findings, ...verdict.suppressed].filter(({ ownSeverity }) => ownSeverity === 'error')).toEqual([]);
});

it('exports a complete app whose only packages are the ones it pins', () => {
  expect([...files].map(([file, { ownership }]) => `${ownership} ${file}`)).toEqual([
    'once .gitignore',
    'generated README.md',
    'once bin/app.ts',
    'once cdk.json',
    'generated lib/generated/pipeline-base.ts',
    'once lib/pipeline-stack.ts',
    'once package.json',
    'once test/nag.test.ts',
    'once tsconfig.json',
  ]);
  const { dependencies, devDependencies } = JSON.parse(files.get('package.json')!.content) as Record<
    string,
    Record<string, string>
  >;
  const pinned = { ...dependencies, ...devDependencies };
  expect(Object.keys(pinned).sort()).toEqual([
    '@types/node',
    'aws-cdk',
    'aws-cdk-lib',
    'cdk-nag',
    'constructs',
    'tsx',
    'typescript',
  ]);
  for (const version of Object.values(pinned)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(pinned['aws-cdk']).toBe('2.1148.1');
  const flags = JSON.parse(files.get('cdk.json')!.content) as { context: unknown };
  expect(flags.context).toEqual(
    JSON.parse(readFileSync(path.join(root, 'node_modules/aws-cdk-lib/recommended-feature-flags.json'), 'utf8')),
  );
});

it('gives the same bytes for the same design', () => {
  expect(exportCdk(parseDocument(text, kinds), verdict)).toEqual(exported);
});

it('says in its README what is deployed and what others need', async () => {
  const readme = files.get('README.md')!.content;
  for (const part of ['QuickSightPrincipalArn', 'execute-api:Invoke', 'reader (Marketing team)', 'AwsSolutions-COG4'])
    expect(readme).toContain(part);
  for (const action of actionsIn(
    [...readme.matchAll(/```json\n([^`]*)```/g)].map(([, policy]) => JSON.parse(policy!) as unknown),
  ))
    expect(await actionExists(action), action).toBe(true);
});

describe('the app', () => {
  let result: Synthesized;
  beforeAll(async () => {
    using app = new AppFolder(files);
    result = await app.synthesize();
  }, 60_000);

  it('synthesizes what CloudFormation takes', () => expect(result.invalid).toEqual([]));
  it('makes the CDK warn of nothing', () => expect(result.warnings).toEqual([]));
  it('passes cdk-nag', () => expect(result.nag).toEqual([]));
  it('acknowledges nothing that is not found', () => expect(result.unneeded).toEqual([]));
  it('names only actions that exist', () => expect(result.unknownActions).toEqual([]));

  it('gives each acknowledgment a reason that cites the design', () => {
    expect(exported.acknowledgments.map(({ rule, element }) => `${rule} ${element}`).sort()).toEqual([
      'AwsSolutions-APIG3 clicks-api',
      'AwsSolutions-APIG6 clicks-api',
      'AwsSolutions-CFR1 site',
      'AwsSolutions-CFR2 site',
      'AwsSolutions-CFR3 site',
      'AwsSolutions-CFR4 site',
      'AwsSolutions-COG4 put',
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws-glue/*] quality',
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::aws-glue-ml-data-quality-assets-<AWS::Region>/*] quality',
      'AwsSolutions-S1 lake',
      'AwsSolutions-S1 questions',
      'AwsSolutions-S1 site-bucket',
    ]);
    for (const { reason } of exported.acknowledgments) expect(reason).toMatch(/design|config\.|drawn|^AWS |^Glue /);
  });

  it('needs no wildcard outside of resource policies, but those that Glue Data Quality asks for by its own guide', () => {
    const policies = Object.values(result.template.Resources).filter(
      ({ Type }) => Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::Role',
    );
    expect(policies.length).toBeGreaterThan(0);
    const others = policies
      .map(({ Properties }) => JSON.stringify(Properties))
      .filter((text) => !/"quality/.test(text));
    expect(others.length).toBe(policies.length - 2);
    for (const text of others) expect(text).not.toMatch(/"[^"]*\*[^"]*"/);
  });
});

it('type-checks with nothing but its own packages, and its own test passes', async () => {
  using app = new AppFolder(files);
  writeFileSync(
    path.join(app.path, 'lib/user.ts'),
    "import { PipelineStack } from './pipeline-stack';\nexport const bucketOf = (stack: PipelineStack): string => stack.lakeBucket.bucketName;\n",
  );
  const run = (...args: string[]): Promise<string> =>
    new Promise((done) =>
      execFile(process.execPath, args, { cwd: app.path }, (_error, stdout, stderr) => done(stdout + stderr)),
    );
  const [types, own] = await Promise.all([
    run(path.join(root, 'node_modules/typescript/bin/tsc'), '--noEmit'),
    run('--import', 'tsx', '--test', 'test/nag.test.ts'),
  ]);
  expect(types).toBe('');
  expect(own).toContain('# fail 0');
  expect(own).toContain('# pass 2');
}, 120_000);
