import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bundleExtensionHostSuite } from '../../scripts/build/exthost-bundle';
import { root, testResults } from '../../scripts/paths';
import { installVscode } from '../../scripts/vscode/install';
import { startServer } from '../../scripts/vscode/server';
import { launchBrowser } from '../e2e/harness/browser';
import { saveEvidence } from '../e2e/harness/evidence';
import { runInExtensionHost } from '../e2e/harness/extension-host';
import { calmSettings } from '../e2e/harness/settings';
import type { Outcome } from './index';

/** Runs the suite in the extension host of a real VS Code and leaves its outcome in `test-results/exthost.json`. */
async function main(): Promise<void> {
  const report = path.join(testResults, 'exthost.json');
  await mkdir(testResults, { recursive: true });
  await rm(report, { force: true });
  const tool = await installVscode();
  const suite = await bundleExtensionHostSuite();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dataweir-workspace-'));
  await cp(
    path.join(root, 'templates/cafe-clickstream.pipeline.json'),
    path.join(folder, 'cafe-clickstream.pipeline.json'),
  );
  const server = await startServer({ tool, settings: calmSettings, testDriver: true });
  const browser = await launchBrowser();
  try {
    const run = await runInExtensionHost(server, browser, {
      folder,
      extension: root,
      suite,
      env: { DATAWEIR_SUITE_REPORT: report },
      timeoutMs: 180_000,
    });
    const outcomes = await readOutcomes(report);
    for (const { title, ms, error } of outcomes) console.log(error ? ` ✗ ${title}\n${error}` : ` ✓ ${title} ${ms} ms`);
    if (run.code === 0) return;
    process.exitCode = 1;
    const why = run.code === undefined ? 'The suite did not end.' : 'The suite failed.';
    const evidence = await saveEvidence('extension host', server, undefined);
    await writeFile(path.join(evidence, 'suite.log'), [...run.log, '==== console', ...run.consoleLog].join('\n'));
    console.error(`${why} Logs: ${path.relative(root, evidence)}`);
    // A suite that could not even load, or never ended, counts as one failure.
    if (!outcomes.some((outcome) => outcome.error))
      await writeFile(
        report,
        JSON.stringify([...outcomes, { title: 'the suite runs to its end', ms: run.ms, error: why }]),
      );
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function readOutcomes(report: string): Promise<readonly Outcome[]> {
  const text = await readFile(report, 'utf8').catch(() => '[]');
  return JSON.parse(text) as readonly Outcome[];
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
