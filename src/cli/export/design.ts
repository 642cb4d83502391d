import { type ExportedApp, exportCdk, type Refusal } from '../../cdk/export';
import { matrix } from '../../connections/matrix';
import { lint } from '../../lint/lint';
import { rules } from '../../lint/rules';
import { kinds } from '../../services/catalog';
import { type ExitCode, exitCodes } from '../exit-code';
import { parseInputs, readInput } from '../input';
import type { Io } from '../io';
import { table } from '../table';

/** The app of the design in a file; where there is none, people have heard why, and the exit code is given. */
export function exported(io: Io, file: string, allowErrors: boolean): ExportedApp | ExitCode {
  const { designs, failures } = parseInputs(readInput(io, file), kinds);
  const [design] = designs;
  for (const failure of failures) io.err(`dataweir: ${failure}\n`);
  if (!design) return exitCodes.usage;
  const verdict = lint(design.document, { kinds, rules, matrix, today: io.today });
  const result = exportCdk(design.document, verdict, { allowErrors });
  if (result.outcome === 'exported') return result;
  refuse(io, file, result.refusals, allowErrors);
  return exitCodes.failed;
}

function refuse(io: Io, file: string, refusals: readonly Refusal[], allowErrors: boolean): void {
  const rows = refusals.map(({ rule, element, message }) => [rule, element ?? '', message]);
  io.err(
    `dataweir: ${file} is not exported: it has ${refusals.length === 1 ? 'an error' : `${refusals.length} errors`}.\n`,
  );
  io.err(
    table(rows, '  ')
      .map((line) => `${line}\n`)
      .join(''),
  );
  if (!allowErrors && refusals.some(({ rule }) => !rule.startsWith('document.')))
    io.err('dataweir: --allow-errors exports all the same; problems of the document must be mended first.\n');
}
