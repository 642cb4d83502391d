import type { Given } from '../command';
import { type ExitCode, exitCodes } from '../exit-code';
import type { Io } from '../io';
import { table } from '../table';
import { readTemplates } from '../templates';

interface TemplatesOptions {
  readonly format: 'text' | 'json';
}

export function runTemplates(io: Io, { values }: Given<TemplatesOptions>): ExitCode {
  const templates = readTemplates().map(({ id, name, description }) => ({ id, name, description }));
  if (values.format === 'json') io.out(`${JSON.stringify(templates, null, 2)}\n`);
  else
    io.out(
      table(templates.map(({ id, description }) => [id, description]))
        .map((line) => `${line}\n`)
        .join(''),
    );
  return exitCodes.fine;
}
