import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, testResults } from './paths';
import { run } from './process';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly title: string;
  /** Steps without whose success this one can tell nothing. */
  readonly needs?: readonly string[];
  run(): Promise<Count>;
}

const steps: readonly Step[] = [
  { name: 'types', title: 'Types', run: () => whole('node_modules/typescript/bin/tsc', ['-b']) },
  {
    name: 'lint',
    title: 'Formatting and lint',
    run: () => whole('node_modules/@biomejs/biome/bin/biome', ['ci', '.']),
  },
  { name: 'unit', title: 'Unit, property, golden and protocol tests', run: () => vitest('unit') },
  {
    name: 'mutation',
    title: 'Fixtures notice mutated rules',
    run: () => whole('--import', ['tsx', 'scripts/mutation.ts']),
  },
  { name: 'build', title: 'Build', run: () => whole('--import', ['tsx', 'scripts/build.ts']) },
  {
    name: 'package',
    title: 'Package',
    needs: ['build'],
    run: () => whole('--import', ['tsx', 'scripts/package.ts', '--built']),
  },
  { name: 'exthost', title: 'In the extension host of a real VS Code', needs: ['build'], run: extensionHost },
  {
    name: 'e2e',
    title: 'End to end in a real VS Code',
    needs: ['package'],
    run: () => vitest('e2e', { DATAWEIR_PACKAGED: '1' }),
  },
];

/** A check that passes or fails as one. */
async function whole(script: string, args: readonly string[]): Promise<Count> {
  const { code } = await run(process.execPath, [script, ...args], { cwd: root });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The part of Vitest's report that counts. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

async function vitest(project: string, env: NodeJS.ProcessEnv = {}): Promise<Count> {
  const file = path.join(testResults, `${project}.json`);
  await rm(file, { force: true });
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { code } = await run(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  // A file that does not even load has no tests to fail, and a test left out has proved nothing.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const leftOut = report.numTotalTests - report.numPassedTests - report.numFailedTests;
  if (leftOut > 0) console.error(`${leftOut} tests were left out; they count as failed.`);
  const failed = report.numFailedTests + broken + leftOut;
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function extensionHost(): Promise<Count> {
  const file = path.join(testResults, 'exthost.json');
  await rm(file, { force: true });
  const { code } = await run(process.execPath, ['--import', 'tsx', 'test/exthost/run.ts'], { cwd: root });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const outcomes = JSON.parse(await readFile(file, 'utf8')) as readonly { readonly error?: string }[];
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  return { passed: outcomes.length - failed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function main(): Promise<void> {
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(
      `There is no step "${unknown.join('", "')}"; there are ${steps.map(({ name }) => name).join(', ')}.`,
    );
  await mkdir(testResults, { recursive: true });
  const failedSteps = new Set<string>();
  const summary: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    if (chosen.length > 0 && !chosen.includes(step.name)) continue;
    console.log(`\n== ${step.title}`);
    const startedAt = Date.now();
    const missing = step.needs?.find((name) => failedSteps.has(name));
    if (missing) console.error(`Not run: it needs the step "${missing}", which failed.`);
    const count = missing ? { passed: 0, failed: 1 } : await step.run();
    passed += count.passed;
    failed += count.failed;
    if (count.failed > 0) failedSteps.add(step.name);
    summary.push(
      `${step.title}: ${count.passed} passed, ${count.failed} failed, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`,
    );
  }
  const total = `${passed} passed, ${failed} failed`;
  await writeFile(path.join(testResults, 'summary.txt'), `${[...summary, total].join('\n')}\n`);
  console.log(`\n== Summary\n${summary.join('\n')}\n\n${total}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
