import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { design, removeWorkspaces, Workspace } from './run';

/** `dataweir export cloudformation`, with the real CDK and the real npm. */

const root = path.resolve(__dirname, '../..');
const cafe = path.join(root, 'templates/cafe-clickstream.pipeline.json');
let cache = '';
removeWorkspaces();

beforeAll(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'dataweir-cache-'));
});
beforeEach(() => {
  vi.stubEnv('DATAWEIR_CACHE', cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

it('writes the same template each time, whatever account the shell is in', { timeout: 60_000 }, async () => {
  const workspace = new Workspace();
  workspace.copy(cafe, 'cafe.pipeline.json');
  const argv = ['export', 'cloudformation', 'cafe.pipeline.json', '--cdk', root];
  const first = await workspace.run(...argv, '--out', 'template.json');
  expect(first.code).toBe(0);
  expect(first.out).toBe('');
  const text = workspace.read('template.json');
  const template = JSON.parse(text) as { Resources: Record<string, { Type: string }> };
  const types = Object.values(template.Resources).map(({ Type: type }) => type);
  expect(types).toEqual(expect.arrayContaining(['AWS::S3::Bucket', 'AWS::KinesisFirehose::DeliveryStream']));
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('CDK_DEFAULT_ACCOUNT', '111122223333');
  expect(await workspace.run(...argv)).toMatchObject({ code: 0, out: text });
});

it('fetches the CDK once, and says so', { timeout: 240_000 }, async () => {
  const workspace = new Workspace();
  workspace.copy(cafe, 'cafe.pipeline.json');
  const first = await workspace.run('export', 'cloudformation', 'cafe.pipeline.json');
  expect(first).toMatchObject({ code: 0 });
  expect(first.err).toMatch(/fetching aws-cdk-lib \d+\.\d+\.\d+ into .*once\n.*is ready\n/);
  const second = await workspace.run('export', 'cloudformation', 'cafe.pipeline.json');
  expect(second.out).toBe(first.out);
  expect(second.err).not.toContain('fetching');
  expect(readdirSync(cache)).toEqual([expect.stringMatching(/^cdk-[\d.]+-[\da-f]{12}$/)]);
});

it('says what to do where npm reaches no registry, or is not there, and leaves nothing half done', async () => {
  const workspace = new Workspace();
  workspace.copy(cafe, 'cafe.pipeline.json');
  const empty = workspace.path('cache');
  vi.stubEnv('DATAWEIR_CACHE', empty);
  vi.stubEnv('npm_config_cache', workspace.path('npm'));
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
  vi.stubEnv('npm_config_fetch_retries', '0');
  const unreachable = await workspace.run('export', 'cloudformation', 'cafe.pipeline.json');
  expect(unreachable.code).toBe(3);
  expect(unreachable.err).toContain('could not be fetched: code ECONNREFUSED');
  expect(unreachable.err).toContain('--cdk');
  vi.stubEnv('PATH', workspace.path('nothing'));
  const missing = await workspace.run('export', 'cloudformation', 'cafe.pipeline.json');
  expect(missing.code).toBe(3);
  expect(missing.err).toContain('npm, which fetches it, is not installed');
  expect(readdirSync(empty)).toEqual([]);
});

it('refuses a folder without the CDK, a design with errors, and a place that cannot be written', async () => {
  const workspace = new Workspace({ 'faulty.pipeline.json': design() });
  workspace.copy(cafe, 'cafe.pipeline.json');
  const bare = await workspace.run('export', 'cloudformation', 'cafe.pipeline.json', '--cdk', '.');
  expect(bare).toMatchObject({ code: 3, out: '' });
  expect(bare.err).toContain('has no node_modules/aws-cdk-lib. Run "npm install" there');
  expect(await workspace.run('export', 'cloudformation', 'faulty.pipeline.json', '--cdk', root)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('is not exported') as unknown as string,
  });
  const nowhere = await workspace.run('export', 'cloudformation', 'cafe.pipeline.json', '--cdk', root, '--out', 'no/t');
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('no/t: ') as unknown as string });
}, 60_000);
