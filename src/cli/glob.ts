import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { expandBraces, nameMatcher } from '../kit/glob';

/** Whether a word of the command line is a pattern and not the name of a file. */
export const isGlob = (word: string): boolean => /[*?[\]{}]/.test(word);

/**
 * Files that match a pattern, sorted: `*` and `?` within a name, `**` over folders, `[abc]`, `{a,b}`.
 * As shells do, a wildcard does not match a leading dot; `node_modules` is entered only by name.
 * @returns paths as the pattern writes them: relative to `cwd` unless the pattern is absolute.
 */
export function expandGlob(pattern: string, cwd: string): string[] {
  const found = new Set<string>();
  for (const plain of expandBraces(pattern.replaceAll(path.sep, '/'))) {
    const { root } = path.parse(plain);
    const steps = plain.slice(root.length).split('/');
    walk(
      root || cwd,
      root,
      steps.filter((step) => step !== '' && step !== '.'),
      found,
    );
  }
  return [...found].sort();
}

function walk(folder: string, shown: string, steps: readonly string[], found: Set<string>): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (step === '..') {
    walk(path.join(folder, '..'), `${shown}../`, rest, found);
    return;
  }
  if (step === '**') walk(folder, shown, rest, found);
  const matches = step === '**' ? undefined : nameMatcher(step);
  for (const entry of entriesOf(folder)) {
    const { name } = entry;
    const entered = path.join(folder, name);
    if (matches) {
      if (!matches.test(name) || (name.startsWith('.') && !step.startsWith('.'))) continue;
      if (rest.length > 0) walk(entered, `${shown}${name}/`, rest, found);
      else if (!entry.isDirectory()) found.add(shown + name);
    } else if (entry.isDirectory() && !name.startsWith('.') && name !== 'node_modules') {
      walk(entered, `${shown}${name}/`, steps, found);
    }
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not a folder, or not ours to read: nothing in it matches.
    return [];
  }
}
