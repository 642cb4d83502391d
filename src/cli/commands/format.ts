import { writeFileSync } from 'node:fs';
import { printCanonical } from '../../model/canonical';
import { kinds } from '../../services/catalog';
import type { Given } from '../command';
import { type ExitCode, exitCodes, worst } from '../exit-code';
import { fileFailure, parseInputs, readInputs } from '../input';
import type { Io } from '../io';

export function runFormat(io: Io, { values, words }: Given<{ readonly check: boolean }>): ExitCode {
  const { designs, failures } = parseInputs(readInputs(io, words), kinds);
  let different = false;
  let unwritten = false;
  for (const { file, path, text, document } of designs) {
    const canonical = printCanonical(document);
    if (canonical === text) continue;
    different = true;
    if (values.check) {
      io.out(`${file}\n`);
      continue;
    }
    try {
      writeFileSync(path, canonical);
      io.out(`${file}\n`);
    } catch (error) {
      unwritten = true;
      failures.push(`${file}: ${fileFailure(error)}`);
    }
  }
  for (const failure of failures) io.err(`dataweir: ${failure}\n`);
  if (values.check && different)
    io.err('dataweir: the files above are not in canonical form; "dataweir format" prints them so.\n');
  return worst(
    failures.length > 0 ? exitCodes.usage : exitCodes.fine,
    unwritten || (values.check && different) ? exitCodes.failed : exitCodes.fine,
  );
}
