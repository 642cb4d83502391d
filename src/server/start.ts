import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createServer } from './server';

/**
 * Runs the language server in this process until the client ends it.
 * @param connection how to reach the client; by default as the command line says: `--stdio`, `--node-ipc`, `--socket=…`.
 */
export function startServer(connection: Connection = createConnection(ProposedFeatures.all)): void {
  createServer(connection, { today });
  connection.listen();
}

/** The day where the server runs: a suppression ends for people, not for UTC. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
