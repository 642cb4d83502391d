import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Finding } from '../../lint/finding';
import { fileFailure } from '../input';
import type { FileReport } from './report';

/**
 * Findings that were there when a team began to check: accepted until they go. Each names its file (from the folder of
 * the baseline), its rule and its element, so that neither lines nor wording matter.
 */
const baselineFile = z.strictObject({
  version: z.literal(1),
  findings: z.array(z.strictObject({ file: z.string(), rule: z.string(), element: z.string().nullable() })),
});

type Entry = z.infer<typeof baselineFile>['findings'][number];

export interface Compared {
  readonly files: readonly FileReport[];
  readonly accepted: number;
  /** Entries that nothing matches any more. */
  readonly stale: number;
}

export class Baseline {
  private constructor(
    readonly path: string,
    /** How many findings of a kind are accepted. */
    readonly counts: ReadonlyMap<string, number>,
  ) {}

  /** @returns undefined when there is no such file yet; a sentence when it is of no use. */
  static read(file: string): Baseline | string | undefined {
    if (!existsSync(file)) return undefined;
    try {
      const parsed = baselineFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      if (!parsed.success) return 'this is no baseline: write a new one with --update-baseline.';
      return new Baseline(file, countsOf(parsed.data.findings));
    } catch (error) {
      return error instanceof SyntaxError ? `this is not JSON (${error.message}).` : fileFailure(error);
    }
  }

  /** Writes today's findings. @returns a baseline that accepts them; a sentence when it cannot be written. */
  static write(file: string, reports: readonly FileReport[], cwd: string): Baseline | string {
    const findings = reports
      .flatMap((report) => report.result.findings.map((finding) => entryOf(file, report, finding, cwd)))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    try {
      writeFileSync(file, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`);
      return new Baseline(file, countsOf(findings));
    } catch (error) {
      return fileFailure(error);
    }
  }

  /** Takes out what is accepted. */
  compare(reports: readonly FileReport[], cwd: string): Compared {
    const left = new Map(this.counts);
    let accepted = 0;
    const files = reports.map((report) => ({
      ...report,
      result: {
        ...report.result,
        findings: report.result.findings.filter((finding) => {
          const key = keyOf(entryOf(this.path, report, finding, cwd));
          const count = left.get(key) ?? 0;
          if (count === 0) return true;
          left.set(key, count - 1);
          accepted++;
          return false;
        }),
      },
    }));
    return { files, accepted, stale: [...left.values()].reduce((sum, count) => sum + count, 0) };
  }
}

function countsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
}

const keyOf = ({ file, rule, element }: Entry): string => JSON.stringify([file, rule, element]);

function entryOf(baseline: string, { file }: FileReport, { rule, element }: Finding, cwd: string): Entry {
  const design = path.relative(path.dirname(baseline), path.resolve(cwd, file)).replaceAll(path.sep, '/');
  return { file: design, rule, element };
}
