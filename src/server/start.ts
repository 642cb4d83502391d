import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createServer, type ServerHost } from './server';

/**
 * Runs the language server in this process until the client ends it.
 * @param connection how to reach the client; by default as the command line says: `--stdio`, `--node-ipc`, `--socket=…`.
 */
export function startServer(host: ServerHost, connection: Connection = createConnection(ProposedFeatures.all)): void {
  createServer(connection, host);
  connection.listen();
}
