/** What a command tells the shell. */
export const exitCodes = {
  fine: 0,
  /** Findings, problems, a difference, a refusal; and an error of our own, which must not look like success. */
  failed: 1,
  /** Wrong usage, or input that is missing or not JSON. */
  usage: 2,
  /** AWS, the network: something outside. */
  outside: 3,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Of several outcomes the one that people must hear of first. */
export function worst(...codes: readonly ExitCode[]): ExitCode {
  return codes.toSorted().at(-1) ?? exitCodes.fine;
}
