import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { localDay } from '../kit/day';
import { createServer } from './server';

/**
 * Runs the language server in this process until the client ends it.
 * @param connection how to reach the client; by default as the command line says: `--stdio`, `--node-ipc`, `--socket=…`.
 */
export function startServer(connection: Connection = createConnection(ProposedFeatures.all)): void {
  createServer(connection, { today: () => localDay(new Date()) });
  connection.listen();
}
