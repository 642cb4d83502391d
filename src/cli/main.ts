import { exitCodes } from './exit-code';
import { processIo } from './io';
import { runCommandLine } from './run';

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? exitCodes.fine);
});

// Not `process.exit`: what is still on its way to a pipe would be lost.
void runCommandLine(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
