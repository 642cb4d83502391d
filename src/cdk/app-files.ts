import { Construct, core } from '../kit/cdk-modules';
import { imported, module, name, run } from '../kit/code';
import { printFile } from '../kit/code-print';
import { plain } from '../kit/code-text';
import { featureFlags, versions } from './_generated/cdk-versions';
import { skeleton } from './_generated/skeleton';
import type { Assembly } from './assembly';
import type { ExportedFile } from './files';
import { kebab, reserved } from './names';
import { readme } from './readme';
import { baseClass, stackFile } from './stack-file';

/** The CDK command line that reads what the pinned library writes; `latest` in the registry is an old build that does not. */
const cliVersion = '2.1148.1';
const stackClass = 'PipelineStack';

/** Every file of the app. Paths do not depend on the name of the design, so a new name moves nothing. */
export function appFiles(assembly: Assembly): Map<string, ExportedFile> {
  const { pipeline } = assembly.graph;
  const files = new Map<string, ExportedFile>();
  const generated = (path: string, content: string): void => void files.set(path, { content, ownership: 'generated' });
  const once = (path: string, content: string): void => void files.set(path, { content, ownership: 'once' });
  const stackName = stackNameOf(pipeline.name);

  generated('lib/generated/pipeline-base.ts', printFile(stackFile(assembly)));
  generated('README.md', readme(assembly, stackName));
  once('lib/pipeline-stack.ts', stackModule());
  once('bin/app.ts', appModule(stackName, pipeline.architecture.region));
  once('cdk.json', json({ app: 'npx tsx bin/app.ts', versionReporting: false, context: featureFlags }));
  once('package.json', json(packageJson(kebab(pipeline.name), plain(pipeline.description ?? ''))));
  for (const [path, source] of [
    ['tsconfig.json', 'tsconfig.json'],
    ['.gitignore', 'gitignore'],
    ['test/nag.test.ts', 'test/nag.test.ts'],
    ...assembly.files,
  ] as const) {
    const content = skeleton[source];
    if (content === undefined) throw new Error(`templates/cdk-app has no ${source}`);
    once(path, content);
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A name that CloudFormation takes for a stack. */
export function stackNameOf(design: string): string {
  const text = kebab(design);
  return /^[a-z]/.test(text) && !reserved.has(text) ? text : `pipeline-${text}`;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function packageJson(packageName: string, description: string): unknown {
  const { 'aws-cdk-lib': library, constructs, 'cdk-nag': nag, ...tools } = versions;
  return {
    name: packageName,
    version: '0.1.0',
    private: true,
    ...(description !== '' && { description }),
    scripts: {
      build: 'tsc --noEmit',
      test: 'node --import tsx --test test/nag.test.ts',
      synth: 'cdk synth --quiet',
      diff: 'cdk diff',
      deploy: 'cdk deploy',
    },
    engines: { node: '>=20' },
    dependencies: { 'aws-cdk-lib': library, 'cdk-nag': nag, constructs },
    devDependencies: Object.fromEntries(
      Object.entries({ ...tools, 'aws-cdk': cliVersion }).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function stackModule(): string {
  return printFile({
    comment:
      'Yours: written once, never overwritten. Every construct of the design is a field of this stack; after super() you can add to it and change it.',
    items: [
      {
        type: 'class',
        value: {
          name: stackClass,
          comment: 'The stack that is deployed.',
          abstract: false,
          extends: imported('./generated/pipeline-base', baseClass),
          fields: [],
          parameters: [
            { name: 'scope', type: Construct },
            { name: 'id', type: name('string') },
            { name: 'props', type: core.member('StackProps'), optional: true },
          ],
          body: [run(name('super').call(name('scope'), name('id'), name('props')))],
        },
      },
    ],
  });
}

function appModule(stackName: string, region: string | undefined): string {
  const app = name('app');
  const environment = name('process').member('env');
  const checks = module('cdk-nag', 'nag').member('AwsSolutionsChecks').new(app);
  return printFile({
    comment:
      'Yours: written once, never overwritten. Account and Region come from the CDK command line; the Region of the design stands here.',
    items: [
      { type: 'export', name: 'app', value: core.member('App').new() },
      run(
        imported('../lib/pipeline-stack', stackClass).new(app, stackName, {
          env: {
            account: environment.member('CDK_DEFAULT_ACCOUNT'),
            region: region ?? environment.member('CDK_DEFAULT_REGION'),
          },
        }),
      ),
      run(core.member('Validations').method('of', app).method('addPlugins', checks)),
    ],
  });
}
