import { localDay } from '../kit/day';

/** Where a command runs and where its words go: the process, or a test. */
export interface Io {
  readonly cwd: string;
  /** `YYYY-MM-DD` where the command runs: a suppression ends for people, not for UTC. */
  readonly today: string;
  readonly color: boolean;
  /** Results. */
  out(text: string): void;
  /** Messages. */
  err(text: string): void;
}

export function processIo(): Io {
  return {
    cwd: process.cwd(),
    today: localDay(new Date()),
    color: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}
