import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { matrix } from '../../connections/matrix';
import { lint } from '../../lint/lint';
import { rules } from '../../lint/rules';
import { printHtml } from '../../report/html';
import { printMarkdown } from '../../report/markdown';
import { reviewOf } from '../../report/review';
import { kinds } from '../../services/catalog';
import { type Given, UsageError } from '../command';
import { type ExitCode, exitCodes } from '../exit-code';
import { fileFailure, parseInputs, readInput } from '../input';
import type { Io } from '../io';
import { TeamSettings } from '../lint/settings';
import { packageRoot, packageVersion } from '../package';

interface ReportOptions {
  readonly out: string | undefined;
}

/** The Well-Architected review of a design, as HTML or Markdown. */
export async function runReport(io: Io, { values: { out }, words }: Given<ReportOptions>): Promise<ExitCode> {
  const html = out !== undefined && /\.html?$/i.test(out);
  if (out !== undefined && !html && !/\.(md|markdown)$/i.test(out))
    throw new UsageError(`--out ${out}: the name must end in .html or .md.`);
  const { designs, failures } = parseInputs(readInput(io, words[0] ?? ''), kinds);
  const [design] = designs;
  for (const failure of failures) io.err(`dataweir: ${failure}\n`);
  if (!design) return exitCodes.usage;
  const settings = new TeamSettings(io.cwd);
  const severityOf = await settings.severitiesFor(design.path);
  for (const problem of settings.problems) io.err(`dataweir: ${problem}\n`);
  const options = { kinds, rules, matrix, today: io.today };
  const result = lint(design.document, { ...options, severityOf });
  const review = reviewOf(design.document, result, { ...options, version: packageVersion() });
  const text = html ? printHtml(review, { kinds, icon: iconOf }) : printMarkdown(review);
  if (out === undefined) io.out(text);
  else {
    try {
      writeFileSync(path.resolve(io.cwd, out), text);
    } catch (error) {
      io.err(`dataweir: ${out}: ${fileFailure(error)}\n`);
      return exitCodes.failed;
    }
  }
  return settings.problems.length > 0 ? exitCodes.usage : exitCodes.fine;
}

/** The icon of a kind as a data URI: from the package, or from the sources of a checkout. */
function iconOf(kind: string): string | undefined {
  if (!kinds.has(kind)) return undefined;
  const file = [`dist/webview/icons/${kind}.svg`, `src/services/${kind}/icon.svg`]
    .map((name) => path.join(packageRoot(), name))
    .find((name) => existsSync(name));
  return file && `data:image/svg+xml;base64,${readFileSync(file).toString('base64')}`;
}
