import type { Severity } from '../kit/rule';

export type Paint = Readonly<Record<Severity | 'heading' | 'quiet', (text: string) => string>>;

const codes = { error: 31, warning: 33, info: 36, hint: 90, heading: 4, quiet: 90 } as const;

/** Colours of a terminal; without `color` the text as it is. */
export function paints(color: boolean): Paint {
  const painter =
    (code: number) =>
    (text: string): string =>
      color ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    error: painter(codes.error),
    warning: painter(codes.warning),
    info: painter(codes.info),
    hint: painter(codes.hint),
    heading: painter(codes.heading),
    quiet: painter(codes.quiet),
  };
}
