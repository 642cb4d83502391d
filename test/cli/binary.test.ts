import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { bundleForNode } from '../../scripts/build/node-bundles';
import { design } from './run';

/** The command as it is shipped: bundled, in a package, started as a process. */

const root = path.resolve(__dirname, '../..');
let installed = '';
let cli = '';

beforeAll(async () => {
  installed = mkdtempSync(path.join(tmpdir(), 'dataweir-installed-'));
  for (const part of ['package.json', 'templates', 'docs'])
    cpSync(path.join(root, part), path.join(installed, part), { recursive: true });
  await bundleForNode(
    { name: 'node', entries: { cli: 'src/cli/main.ts' }, chunks: 'shared', executables: ['cli'] },
    { root, outdir: path.join(installed, 'dist'), dev: false },
  );
  cli = path.join(installed, 'dist', 'cli.js');
});

afterAll(() => {
  rmSync(installed, { recursive: true, force: true });
});

const run = (...argv: string[]) => spawnSync(process.execPath, [cli, ...argv], { cwd: installed, encoding: 'utf8' });

it('can be called by its name', () => {
  expect(spawnSync(cli, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('finds templates and pages, starts a design, checks it and prints it', () => {
  expect(JSON.parse(run('templates', '--format', 'json').stdout)).not.toEqual([]);
  expect(run('rules', 'graph/dangling-edge').stdout).toContain('## Why');
  expect(run('new', 'cafe-clickstream', 'mine.pipeline.json')).toMatchObject({ status: 0, stderr: '' });
  expect(run('lint', 'mine.pipeline.json', '--fail-on', 'never')).toMatchObject({ status: 0, stderr: '' });
  expect(run('format', 'mine.pipeline.json')).toMatchObject({ status: 0 });
  expect(run('format', '--check', 'mine.pipeline.json')).toMatchObject({ status: 0, stdout: '' });
});

it('large answers reach a pipe whole, and the exit code with them', () => {
  const { status, stdout } = run('rules', '--format', 'json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).not.toEqual([]);
  expect(run('lint', 'gone.json')).toMatchObject({
    status: 2,
    stderr: 'dataweir: gone.json: there is no such file.\n',
  });
});

it('a reader that leaves early is no error', () => {
  const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" rules --format json | head -c 10`], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
});

it('serves editors on standard input and output', async () => {
  const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = 'file:///somewhere/a.pipeline.json';
  const diagnostics = new Promise<{ diagnostics: { code: string }[] }>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  connection.onRequest('workspace/configuration', () => [null]);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: object }>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(capabilities).toMatchObject({ hoverProvider: expect.anything() });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'dataweir-pipeline', version: 1, text: design() },
  });
  expect((await diagnostics).diagnostics.map(({ code }) => code)).toContain('graph/dangling-edge');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
});
