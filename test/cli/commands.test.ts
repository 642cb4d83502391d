import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands';
import { rules } from '../../src/lint/rules';
import { services } from '../../src/services/_generated/service';
import { design, removeWorkspaces, Workspace } from './run';

removeWorkspaces();

const root = path.resolve(__dirname, '../..');
const templateIds = readdirSync(path.join(root, 'templates'))
  .filter((file) => file.endsWith('.pipeline.json'))
  .map((file) => file.replace('.pipeline.json', ''));

describe('help and usage', () => {
  it('each command explains itself, and the overview names it', async () => {
    const workspace = new Workspace();
    const overview = await workspace.run('--help');
    expect(overview).toMatchObject({ code: 0, err: '' });
    for (const { name, options } of commands) {
      expect(overview.out).toContain(name.join(' '));
      const help = await workspace.run(...name, '--help');
      expect(help).toMatchObject({ code: 0, err: '' });
      for (const option of Object.keys(options)) expect(help.out).toContain(`--${option}`);
      expect(await workspace.run('help', ...name)).toEqual(help);
    }
  });

  it('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await new Workspace().run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect((await new Workspace().run('lint', '--version')).out).toBe(`${version}\n`);
  });

  it.each([
    [['lnt', 'x'], 'There is no command "lnt". Did you mean "lint"?'],
    [['--verbose'], 'There is no option "--verbose".'],
    [['export'], 'export what? One of cdk, cloudformation.'],
    [['export', 'cdkk', 'x'], 'There is no "export cdkk". Did you mean "cdk"?'],
    [['lint'], '<files> is missing.'],
    [['lint', 'x', '--colour', 'y'], 'Unknown option "--colour".'],
    [['lint', 'x', '--update-baseline'], '--update-baseline needs --baseline <file>.'],
    [['lint', 'x', '--format', 'xml'], '--format xml: must be one of text, json, sarif, markdown.'],
    [['lint', 'x', '--format'], 'argument missing'],
    [['lint', 'x', '--fail-on', 'fatal'], '--fail-on fatal: must be one of error, warning, info, hint, never.'],
    [['lint', 'x', '--fix=no'], 'does not take an argument'],
    [['templates', 'x'], '"x" is one word too many.'],
    [['export', 'cdk', 'x'], '--out <dir> is missing.'],
    [['new', 'cafe', 'x'], 'There is no template "cafe"'],
    [['rules', 'cost/s3-lifecycle-mising'], 'Did you mean "cost/s3-lifecycle-missing"?'],
    [['lsp'], '--stdio is missing'],
  ])('%j', async (argv, message) => {
    const { code, out, err } = await new Workspace().run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('without a word it shows the overview as a message', async () => {
    const { code, out, err } = await new Workspace().run();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: dataweir');
  });
});

describe('new and templates', () => {
  it('lists the templates of the package', async () => {
    const { code, out } = await new Workspace().run('templates', '--format', 'json');
    expect(code).toBe(0);
    const listed = JSON.parse(out) as { id: string; name: string; description: string }[];
    expect(listed.map(({ id }) => id)).toEqual(templateIds.toSorted());
    for (const { name, description } of listed) expect([name, description].every((text) => text.length > 0)).toBe(true);
    expect((await new Workspace().run('templates')).out).toContain(templateIds[0]);
  });

  it('copies a template byte for byte, and never over a file', async () => {
    const workspace = new Workspace();
    expect((await workspace.run('new', templateIds[0]!, 'designs/mine.pipeline.json')).code).toBe(0);
    expect(workspace.read('designs/mine.pipeline.json')).toBe(
      readFileSync(path.join(root, 'templates', `${templateIds[0]}.pipeline.json`), 'utf8'),
    );
    workspace.write('designs/mine.pipeline.json', 'mine');
    const again = await workspace.run('new', templateIds[0]!, 'designs/mine.pipeline.json');
    expect(again).toMatchObject({
      code: 1,
      err: 'dataweir: designs/mine.pipeline.json: exists already, and is left as it is.\n',
    });
    expect(workspace.read('designs/mine.pipeline.json')).toBe('mine');
  });
});

describe('rules and services', () => {
  it('rules', async () => {
    const listed = JSON.parse((await new Workspace().run('rules', '--format', 'json')).out) as Record<
      string,
      unknown
    >[];
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(listed.find(({ id }) => id === 'cost/s3-lifecycle-missing')).toEqual({
      id: 'cost/s3-lifecycle-missing',
      pillar: 'cost',
      severity: 'warning',
      services: ['s3'],
      summary: expect.any(String),
      fix: 'quickfix',
    });
    expect((await new Workspace().run('rules')).out.trimEnd().split('\n')).toHaveLength(rules.length);
  });

  it('each rule has a page', async () => {
    const workspace = new Workspace();
    for (const { id, summary } of rules) {
      const { code, out } = await workspace.run('rules', id);
      expect(code).toBe(0);
      expect(out).toContain(`# ${id}`);
      expect(out).toContain(summary);
    }
  });

  it('services', async () => {
    const listed = JSON.parse((await new Workspace().run('services', '--format', 'json')).out) as Record<
      string,
      unknown
    >[];
    expect(listed).toHaveLength(services.length);
    expect(listed.find(({ kind }) => kind === 's3')).toMatchObject({
      label: 'Amazon S3',
      stage: 'storage',
      cloudFormationTypes: ['AWS::S3::Bucket'],
      feeds: expect.arrayContaining(['athena']),
    });
    expect(listed.find(({ kind }) => kind === 'persona')).toMatchObject({
      facets: { cdk: expect.stringContaining('not deployed') },
    });
    expect((await new Workspace().run('services')).out).toContain('Amazon Athena');
  });
});

describe('report', () => {
  const file = 'templates.pipeline.json';

  it('writes a web page or Markdown, or prints Markdown', async () => {
    const workspace = new Workspace({ [file]: design() });
    expect(await workspace.run('report', file, '--out', 'review.html')).toEqual({ code: 0, out: '', err: '' });
    expect(workspace.read('review.html')).toMatch(/^<!DOCTYPE html>[\s\S]*href="data:image\/svg\+xml;base64,/);
    await workspace.run('report', file, '--out', 'review.md');
    const { out } = await workspace.run('report', file);
    expect(out).toBe(workspace.read('review.md'));
    expect(out).toContain('# Well-Architected review: x');
  });

  it('says what is wrong', async () => {
    const workspace = new Workspace({ [file]: design(), 'broken.json': '{' });
    expect(await workspace.run('report', file, '--out', 'review.pdf')).toMatchObject({ code: 2 });
    expect(await workspace.run('report', 'broken.json')).toMatchObject({ code: 2, out: '' });
    expect(await workspace.run('report', file, '--out', 'no/such/review.md')).toMatchObject({ code: 1 });
  });
});

describe('format', () => {
  const file = 'a.pipeline.json';
  const untidy = '{"name":"x", // why\n"version":1}';
  const tidy = '{\n  "version": 1,\n  "name": "x" // why\n}\n';

  it('prints the canonical form into the file', async () => {
    const workspace = new Workspace({ [file]: untidy, 'b.pipeline.json': tidy });
    expect(await workspace.run('format', '--check', '.')).toMatchObject({ code: 1, out: `${file}\n` });
    expect(workspace.read(file)).toBe(untidy);
    expect(await workspace.run('format', '*.json')).toEqual({ code: 0, out: `${file}\n`, err: '' });
    expect(workspace.read(file)).toBe(tidy);
    expect(await workspace.run('format', '--check', '.')).toEqual({ code: 0, out: '', err: '' });
  });

  it('leaves what does not parse', async () => {
    const workspace = new Workspace({ [file]: '{"name":', 'b.json': untidy });
    const { code, err } = await workspace.run('format', file, 'b.json');
    expect(code).toBe(2);
    expect(err).toContain(`${file}:1:9: `);
    expect([workspace.read(file), workspace.read('b.json')]).toEqual(['{"name":', tidy]);
  });
});

describe('export cdk', () => {
  const file = 'a.pipeline.json';
  const small = '{ "version": 1, "name": "x", "nodes": [{ "id": "lake", "kind": "s3" }] }';
  const run = (workspace: Workspace) => workspace.run('export', 'cdk', file, '--out', 'app', '--allow-errors');

  it('writes an app, keeps what people change, and puts the new version beside it', async () => {
    const workspace = new Workspace({ [file]: small });
    const first = await run(workspace);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^written +bin\/app\.ts$/m);
    expect((await run(workspace)).out).not.toContain('written');
    const generated = readdirSync(workspace.path('app/lib/generated'))[0]!;
    workspace.write(`app/lib/generated/${generated}`, '// mine\n');
    workspace.write('app/bin/app.ts', '// mine as well\n');
    const again = await run(workspace);
    expect(again.code).toBe(1);
    expect(again.out).toContain(`written beside  lib/generated/${generated}.new`);
    expect(workspace.read(`app/lib/generated/${generated}`)).toBe('// mine\n');
    expect(workspace.read('app/bin/app.ts')).toBe('// mine as well\n');
  });

  it('refuses a design with errors, and one with problems in any case', async () => {
    const workspace = new Workspace({ [file]: design() });
    const refused = await workspace.run('export', 'cdk', file, '--out', 'app');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('graph/dangling-edge');
    workspace.write(file, small.replace('"s3"', '"s4"'));
    expect((await run(workspace)).code).toBe(1);
    workspace.write(file, '{');
    expect((await run(workspace)).code).toBe(2);
    expect(existsSync(workspace.path('app'))).toBe(false);
  });

  it('follows no link out of the folder', async () => {
    const workspace = new Workspace({ [file]: small, 'outside/keep.ts': 'keep' });
    mkdirSync(workspace.path('app'));
    symlinkSync(workspace.path('outside'), workspace.path('app/bin'));
    const { code, err } = await run(workspace);
    expect(code).toBe(1);
    expect(err).toContain('is a link, or lies behind one');
    expect(readdirSync(workspace.path('outside'))).toEqual(['keep.ts']);
    expect(readdirSync(workspace.path('app'))).toEqual(['bin']);
  });

  it('nor a link in the place of a file', async () => {
    const workspace = new Workspace({ [file]: small, 'outside.ts': 'keep' });
    mkdirSync(workspace.path('app/bin'), { recursive: true });
    symlinkSync(workspace.path('outside.ts'), workspace.path('app/bin/app.ts'));
    expect((await run(workspace)).code).toBe(1);
    expect(workspace.read('outside.ts')).toBe('keep');
  });

  it('says what stands in the way', async () => {
    const workspace = new Workspace({ [file]: small, app: 'a file' });
    const { code, err } = await run(workspace);
    expect(code).toBe(1);
    expect(err).toContain('dataweir: app: ');
  });
});
