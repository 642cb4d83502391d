import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** One test as the run reports it. */
export interface Outcome {
  readonly title: string;
  readonly ms: number;
  /** Stack of what went wrong; absent when it passed. */
  readonly error?: string;
}

/** VS Code calls this inside the extension host: it ends well when every test passed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, forbidOnly: true, forbidPending: true });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith('.itest.js')) mocha.addFile(path.join(__dirname, file));
  }
  const outcomes: Outcome[] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => outcomes.push({ title: test.fullTitle(), ms: test.duration ?? 0 }))
      .on('fail', (test, error: Error) =>
        outcomes.push({ title: test.fullTitle(), ms: test.duration ?? 0, error: error.stack ?? error.message }),
      );
  });
  const report = process.env.DATAWEIR_SUITE_REPORT;
  if (report) writeFileSync(report, JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} of ${outcomes.length} tests failed`);
}
