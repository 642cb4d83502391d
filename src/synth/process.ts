import { spawn } from 'node:child_process';

export interface Ended {
  /** Undefined when the program could not be started, or was stopped. */
  readonly code: number | undefined;
  /** What it wrote, both streams as they came. */
  readonly words: string;
  /** Why it could not be started, as Node has it: `ENOENT`. */
  readonly failure: string | undefined;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  /** For batch files of Windows; the arguments must be our own words then. */
  readonly shell?: boolean;
}

/** Runs a program to its end. Never rejects: how it ended is the answer. */
export function runProgram(file: string, argv: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve) => {
    let words = '';
    let failure: string | undefined;
    const child = spawn(file, argv, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        words += text;
      });
    child.on('error', (error: NodeJS.ErrnoException) => {
      failure = error.code ?? error.message;
      // A program that never started has no streams that could close.
      if (child.pid === undefined) resolve({ code: undefined, words, failure });
    });
    child.on('close', (code) => resolve({ code: code ?? undefined, words, failure }));
  });
}
