import { nodeHost } from '../../server/node-host';
import { startServer } from '../../server/start';
import { type Given, UsageError } from '../command';
import type { ExitCode } from '../exit-code';
import type { Io } from '../io';

interface LspOptions {
  readonly stdio: boolean;
}

/** Serves until the client ends the process. */
export function runLsp(_io: Io, { values }: Given<LspOptions>): Promise<ExitCode> {
  if (!values.stdio) throw new UsageError('--stdio is missing: no other way of speaking is offered.');
  startServer(nodeHost);
  return new Promise(() => {});
}
