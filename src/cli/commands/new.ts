import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closest } from '../../model/check';
import { type Given, UsageError } from '../command';
import { type ExitCode, exitCodes } from '../exit-code';
import { fileFailure } from '../input';
import type { Io } from '../io';
import { readTemplates } from '../templates';

/** The template as it is, byte for byte, under another name. */
export function runNew(io: Io, { words }: Given<object>): ExitCode {
  const [id = '', file = ''] = words;
  const templates = readTemplates();
  const template = templates.find((candidate) => candidate.id === id);
  if (!template) {
    const ids = templates.map((candidate) => candidate.id);
    throw new UsageError(`There is no template "${id}"; there are ${ids.join(', ')}.${closest(id, ids)}`);
  }
  const target = path.resolve(io.cwd, file);
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, template.text, { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'EISDIR');
    io.err(`dataweir: ${file}: ${exists ? 'exists already, and is left as it is.' : fileFailure(error)}\n`);
    return exitCodes.failed;
  }
  io.out(`${file} written.\n`);
  if (!file.endsWith('.pipeline.json'))
    io.err(`dataweir: ${file}: editors know designs by the name *.pipeline.json.\n`);
  return exitCodes.fine;
}
