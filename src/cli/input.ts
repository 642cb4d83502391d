import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type PipelineDocument, parseDocument } from '../model/document';
import type { KindCatalog } from '../model/kind';
import { expandGlob, isGlob } from './glob';
import type { Io } from './io';

/** A design that was named on the command line. */
export interface Input {
  /** As people see it: relative to the working folder when named so, with `/`. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** One line each: which file, where, what. */
  readonly failures: readonly string[];
}

const designs = '**/*.pipeline.json';

/** Reads the one file that a word names, whatever characters its name has. Never throws. */
export function readInput({ cwd }: Io, file: string): Inputs {
  const absolute = path.resolve(cwd, file);
  const read = readText(absolute);
  if ('failure' in read) return { inputs: [], failures: [`${file}: ${read.failure}`] };
  return { inputs: [{ file, path: absolute, text: read.text }], failures: [] };
}

/** Reads the files that `words` name: files, folders, or patterns. Never throws. */
export function readInputs(io: Io, words: readonly string[]): Inputs {
  const inputs = new Map<string, Input>();
  const failures: string[] = [];
  for (const word of words) {
    const files = filesOf(io, word);
    if (files.length === 0) failures.push(`${word}: no file matches.`);
    for (const file of files) {
      const absolute = path.resolve(io.cwd, file);
      if (inputs.has(absolute)) continue;
      const read = readText(absolute);
      if ('failure' in read) failures.push(`${file}: ${read.failure}`);
      else inputs.set(absolute, { file, path: absolute, text: read.text });
    }
  }
  return { inputs: [...inputs.values()], failures };
}

function filesOf({ cwd }: Io, word: string): string[] {
  const kind = statSync(path.resolve(cwd, word), { throwIfNoEntry: false });
  if (kind?.isDirectory()) return expandGlob(path.posix.join(word.replaceAll(path.sep, '/'), designs), cwd);
  if (kind || !isGlob(word)) return [path.normalize(word).replaceAll(path.sep, '/')];
  return expandGlob(word, cwd);
}

function readText(file: string): { text: string } | { failure: string } {
  try {
    const bytes = readFileSync(file);
    // A file that is not UTF-8 would lose bytes on the way back.
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { failure: 'this is not UTF-8 text.' };
  } catch (error) {
    return { failure: fileFailure(error) };
  }
}

/** What the file system refused, in words. */
export function fileFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return fileFailures[code] ?? (error instanceof Error ? error.message : String(error));
}

const fileFailures: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'there is no such file.',
  EISDIR: 'this is a folder.',
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  EROFS: 'this file system is read-only.',
  ENOSPC: 'the disk is full.',
};

export interface Design extends Input {
  readonly document: PipelineDocument;
}

/** Parses inputs; those that are no designs become failures. */
export function parseInputs(
  { inputs, failures }: Inputs,
  kinds: KindCatalog,
): { designs: Design[]; unreadable: Design[]; failures: string[] } {
  const parsed = inputs.map((input): Design => ({ ...input, document: parseDocument(input.text, kinds) }));
  const unreadable = parsed.filter(({ document }) => !document.readable);
  return {
    designs: parsed.filter(({ document }) => document.readable),
    unreadable,
    failures: [...failures, ...unreadable.map(failureOf)],
  };
}

function failureOf({ file, document }: Design): string {
  const [problem] = document.problems;
  const at = document.lines.position(problem?.span.offset ?? 0);
  return `${file}:${at.line + 1}:${at.column + 1}: ${problem?.message ?? 'This is not JSON.'}`;
}
