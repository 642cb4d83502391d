import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Say every so often that a silent command is still running. */
  readonly heartbeat?: string;
  /** Keep what the command prints to itself; a failure shows it. */
  readonly quiet?: boolean;
}

export interface Ran {
  readonly code: number;
  /** Standard output and standard error, in the order they came. */
  readonly output: string;
}

/** Runs a command to its end, showing its output as it comes unless `quiet`. Fails only when it cannot be started. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const startedAt = Date.now();
    const beat = options.heartbeat
      ? setInterval(
          () => console.log(`  ${options.heartbeat}, ${Math.round((Date.now() - startedAt) / 1000)} s so far`),
          10_000,
        )
      : undefined;
    child.once('error', (error) => {
      clearInterval(beat);
      reject(error);
    });
    child.once('close', (code) => {
      clearInterval(beat);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Like `run`, but a command that ends with another code than 0 is a failure that carries the end of its output. */
export async function runOrFail(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`"${[command, ...args].join(' ')}" ended with code ${code}.\n${output.slice(-4000)}`);
  return output;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
