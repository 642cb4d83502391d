import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { dist } from '../scripts/paths';
import { largeDesign } from './design';
import { type Figure, middle } from './measure';

/** Budget 14: from opening a file of 200 nodes to its first diagnostics, in a server that has just started. */
export async function serverFigures(): Promise<Figure[]> {
  const text = largeDesign(200);
  const times: number[] = [];
  for (let run = 0; run < 5; run++) times.push(await firstDiagnostics(text));
  return [
    {
      budget: '14',
      what: 'first diagnostics, 200 nodes',
      ours: middle(times),
      reference: { what: 'limit', value: 500 },
      unit: 'ms',
      atMost: 1,
    },
  ];
}

async function firstDiagnostics(text: string): Promise<number> {
  const server = spawn(process.execPath, [path.join(dist, 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    const published = new Promise<number>((resolve) =>
      connection.onNotification('textDocument/publishDiagnostics', () => resolve(performance.now())),
    );
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
    const opened = performance.now();
    const textDocument = { uri: 'file:///bench.pipeline.json', languageId: 'dataweir-pipeline', version: 1, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    return (await published) - opened;
  } finally {
    connection.dispose();
    server.kill();
  }
}
