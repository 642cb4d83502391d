import path from 'node:path';
import type { ExportedApp } from '../../cdk/export';
import { manifestPath } from '../../cdk/files';
import { type ExportAction, pathsToRead, planExport } from '../../cdk/plan';
import type { Given } from '../command';
import { type ExitCode, exitCodes } from '../exit-code';
import { fileFailure } from '../input';
import type { Io } from '../io';
import { table } from '../table';
import { exported } from './design';
import { Folder } from './folder';

interface Flags {
  readonly out: string;
  readonly 'allow-errors': boolean;
}

/** Writes the CDK app of a design into a folder, around what people wrote there. */
export function runExportCdk(io: Io, { values, words }: Given<Flags>): ExitCode {
  const result = exported(io, words[0] ?? '', values['allow-errors']);
  if (typeof result === 'number') return result;
  let conflicts: readonly string[];
  try {
    conflicts = write(io, values.out, result);
  } catch (error) {
    io.err(`dataweir: ${values.out}: ${fileFailure(error)}\n`);
    return exitCodes.failed;
  }
  for (const { element, reason } of result.leftOut) io.err(`dataweir: left out: ${element}: ${reason}\n`);
  if (conflicts.length === 0) return exitCodes.fine;
  const count = conflicts.length === 1 ? '1 generated file was' : `${conflicts.length} generated files were`;
  io.err(`dataweir: ${count} edited and left as they are; compare with the .new beside each, and delete it.\n`);
  return exitCodes.failed;
}

/** @returns generated files that somebody edited. */
function write(io: Io, out: string, { files }: ExportedApp): readonly string[] {
  const folder = Folder.open(path.resolve(io.cwd, out));
  const existing = new Map<string, string>();
  for (const name of pathsToRead(files, folder.read(manifestPath))) {
    const content = folder.read(name);
    if (content !== undefined) existing.set(name, content);
  }
  const { actions, conflicts } = planExport(files, existing);
  // Everything is looked at before anything is written.
  for (const step of actions) if (step.action === 'write-new') folder.read(step.newPath);
  for (const step of actions) {
    if (step.action === 'write') folder.write(step.path, step.content);
    else if (step.action === 'write-new') folder.write(step.newPath, step.content);
    else if (step.action === 'delete') folder.delete(step.path);
  }
  const lines = table(actions.map((step) => [deedOf(step), 'newPath' in step ? step.newPath : step.path]));
  io.out(lines.map((line) => `${line}\n`).join(''));
  return conflicts;
}

function deedOf(step: ExportAction): string {
  if (step.action === 'keep') return step.why === 'yours' ? 'kept, yours' : 'up to date';
  return deeds[step.action];
}

const deeds: Readonly<Record<Exclude<ExportAction['action'], 'keep'>, string>> = {
  write: 'written',
  'write-new': 'written beside',
  delete: 'deleted',
  abandon: 'no longer ours',
};
