/** Patterns over paths with `/`: `*` and `?` within a name, `**` over folders, `[abc]`, `{a,b}`. */

/** One name of a path. */
export function nameMatcher(step: string): RegExp {
  try {
    return new RegExp(`^${nameSource(step)}$`, 'u');
  } catch {
    // A class that is none, such as [z-a], stands for itself.
    return new RegExp(`^${step.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')}$`, 'u');
  }
}

function nameSource(step: string): string {
  return step.replace(/\[!?[^\]]+\]|[*?]|[\s\S]/g, (part) => {
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1) return part.replace('[!', '[^').replaceAll('\\', '\\\\');
    return part.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  });
}

/** `{a,b}` written out, innermost first; braces without a comma stand for themselves. */
export function expandBraces(pattern: string): string[] {
  const braces = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (!braces) return [pattern];
  const before = pattern.slice(0, braces.index);
  const after = pattern.slice(braces.index + braces[0].length);
  return braces[1]!.split(',').flatMap((choice) => expandBraces(before + choice + after));
}

/** Whether a path matches a pattern. One without a slash is about the name, in whatever folder. */
export function matchesPath(pattern: string, path: string): boolean {
  const names = path.split('/');
  return expandBraces(pattern.replace(/^\.\//, '')).some((plain) =>
    plain.includes('/') ? matchesSteps(plain.split('/'), names) : nameMatcher(plain).test(names.at(-1)!),
  );
}

function matchesSteps(steps: readonly string[], names: readonly string[]): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return names.length === 0;
  if (step === '**') return names.some((_, skipped) => matchesSteps(rest, names.slice(skipped))) || rest.length === 0;
  const [name, ...deeper] = names;
  return name !== undefined && nameMatcher(step).test(name) && matchesSteps(rest, deeper);
}
