import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/model/lines';
import { applyTextEdits } from '../../src/model/text-edit';
import { design, removeWorkspaces, Workspace } from './run';

removeWorkspaces();

interface JsonReport {
  readonly version: number;
  readonly findings: readonly Record<string, unknown>[];
  readonly undecided: readonly Record<string, unknown>[];
  readonly suppressed: readonly Record<string, unknown>[];
  readonly problems: readonly Record<string, unknown>[];
}

const file = 'a.pipeline.json';
const clean = '{ "version": 1, "name": "x" }\n';
const ofRule = (report: JsonReport, rule: string): Record<string, unknown> | undefined =>
  report.findings.find((finding) => finding.rule === rule);

describe('exit codes', () => {
  it.each([
    ['a clean design', clean, [], 0],
    ['an error', design(), [], 1],
    ['an error, and nothing fails', design(), ['--fail-on', 'never'], 0],
    ['a problem in a file that parses', '{ "version": 1, "name": "x", "data": [{ "id": "a" }, { "id": "a" }] }', [], 1],
    ['an unknown field is a hint', '{ "version": 1, "name": "x", "colour": 1 }', [], 0],
    ['a hint, where hints fail', '{ "version": 1, "name": "x", "colour": 1 }', ['--fail-on', 'hint'], 1],
    ['no JSON', '{ "version": 1', [], 2],
    ['no JSON, and nothing fails', '{ "version": 1', ['--fail-on', 'never'], 2],
    ['no design', '[]', [], 2],
    ['nothing', '', [], 2],
  ])('%s', async (_, text, options, code) => {
    expect((await new Workspace({ [file]: text }).run('lint', file, ...options)).code).toBe(code);
  });

  it('a missing file, and a pattern that matches none', async () => {
    const workspace = new Workspace({ [file]: clean });
    expect(await workspace.run('lint', 'b.json')).toMatchObject({
      code: 2,
      err: 'dataweir: b.json: there is no such file.\n',
    });
    expect(await workspace.run('lint', 'b/*.json')).toMatchObject({
      code: 2,
      err: 'dataweir: b/*.json: no file matches.\n',
    });
  });

  it('a file that is not UTF-8', async () => {
    const workspace = new Workspace();
    workspace.write(file, Buffer.from([0x7b, 0xff, 0x7d]));
    expect(await workspace.run('lint', file)).toMatchObject({
      code: 2,
      err: `dataweir: ${file}: this is not UTF-8 text.\n`,
    });
  });

  it('says where a file is no JSON, and reports the others', async () => {
    const workspace = new Workspace({ 'bad.json': '{\n  "version": 1\n  "name": "x"\n}', [file]: design() });
    const { code, out, err } = await workspace.run('lint', 'bad.json', file);
    expect(code).toBe(2);
    expect(err).toBe('dataweir: bad.json:3:3: A comma is expected here.\n');
    expect(out).toContain('graph/dangling-edge');
  });
});

describe('files', () => {
  const files = {
    'a.pipeline.json': clean,
    'deep/er/b.pipeline.json': clean,
    'deep/c.json': clean,
    '.hidden/d.pipeline.json': clean,
    'node_modules/e.pipeline.json': clean,
  };

  it.each([
    [['*.json'], '1 file'],
    [['**/*.pipeline.json'], '2 files'],
    [['.'], '2 files'],
    [['deep'], '1 file'],
    [['deep/**/*.json'], '2 files'],
    [['{a,deep/**/b}.pipeline.json'], '2 files'],
    [['deep/[!a]?json', 'deep/c*'], '1 file'],
    [['.hidden/*', 'node_modules/*'], '2 files'],
    [['a.pipeline.json', './a.pipeline.json', 'deep/../a.pipeline.json'], '1 file'],
  ])('%j', async (words, count) => {
    expect((await new Workspace(files).run('lint', ...words)).out).toContain(` in ${count}.`);
  });

  it('the name of a file may look like a pattern', async () => {
    expect((await new Workspace({ '[a]{1,2}.json': clean }).run('lint', '[a]{1,2}.json')).code).toBe(0);
  });
});

describe('text', () => {
  it('groups by file, aligns, marks what --fix mends, and sums up', async () => {
    const { out } = await new Workspace({ [file]: design() }).run('lint', file);
    const lines = out.split('\n');
    expect(lines[0]).toBe(file);
    expect(lines.find((line) => line.includes('graph/dangling-edge'))).toMatch(
      /^ 12:29 {2}error {4}graph\/dangling-edge +Edge lost: "nowhere" does not exist\./,
    );
    expect(lines.find((line) => line.includes('cost/s3-lifecycle-missing'))).toMatch(
      /^ {2}9:13 {2}warning {2}cost\/s3-lifecycle-missing \* +Lake:/,
    );
    expect(out).toMatch(/\n1 error, \d+ warnings.* in 1 file\.\n\* \d+ findings can be mended with --fix\.\n/);
    expect(out).not.toContain('\u001b');
  });

  it('--stats says how long rules took', async () => {
    const { out } = await new Workspace({ [file]: design() }).run('lint', file, '--stats');
    expect(out).toMatch(/Checked 3 elements of 1 file in [\d.]+ ms; slowest rules:\n +[\d.]+ ms {2}\S+\/\S+\n/);
  });
});

describe('json', () => {
  const read = async (workspace: Workspace, ...options: string[]): Promise<JsonReport> =>
    JSON.parse((await workspace.run('lint', file, '--format', 'json', ...options)).out) as JsonReport;

  it('one value with places that count from 1, and paths as pointers', async () => {
    const report = await read(new Workspace({ [file]: design() }));
    expect(Object.keys(report)).toEqual(['version', 'findings', 'undecided', 'waiting', 'suppressed', 'problems']);
    expect(ofRule(report, 'graph/dangling-edge')).toEqual({
      file,
      rule: 'graph/dangling-edge',
      severity: 'error',
      message: expect.stringContaining('"nowhere"'),
      element: 'lost',
      path: '/edges/0/from',
      line: 12,
      column: 29,
      endLine: 12,
      endColumn: 38,
      values: expect.any(Object),
      fixes: [{ title: expect.any(String), kind: 'refactor' }],
    });
    expect(report.undecided[0]).toEqual({
      file,
      rule: expect.any(String),
      element: expect.anything(),
      fields: expect.any(Array),
    });
  });

  it('problems, of files that do not parse as well', async () => {
    const problems = async (text: string) => (await read(new Workspace({ [file]: text }))).problems;
    expect(await problems('{ "version": 1, "name": "x", "colour": 1 }')).toEqual([
      {
        file,
        code: 'document.unknown-field',
        severity: 'hint',
        message: 'Nothing reads "colour"; it is kept as it is.',
        path: '/colour',
        line: 1,
        column: 30,
        endLine: 1,
        endColumn: 38,
      },
    ]);
    expect(await problems('{')).toMatchObject([
      { code: 'document.not-json', severity: 'error', path: '', line: 1, column: 2 },
    ]);
  });

  it('a finding on the whole design has no element', async () => {
    const bare = '{ "version": 1, "name": "x", "nodes": [{ "id": "a", "kind": "s3" }] }';
    const report = await read(new Workspace({ [file]: bare }));
    expect(ofRule(report, 'security/audit-trail-missing')).toMatchObject({
      element: null,
      path: expect.stringMatching(/^\/architecture/),
    });
  });

  it('suppressed findings stand apart with what was said, and count again with --no-suppressions', async () => {
    const suppressions =
      ',\n  "suppressions": [{ "rule": "graph/dangling-edge", "on": "lost", "reason": "drawn next week", "until": "2026-12-01" }]';
    const workspace = new Workspace({ [file]: design(suppressions) });
    const report = await read(workspace);
    expect(ofRule(report, 'graph/dangling-edge')).toBeUndefined();
    expect(report.suppressed).toMatchObject([
      {
        rule: 'graph/dangling-edge',
        element: 'lost',
        line: 12,
        suppression: { on: 'lost', reason: 'drawn next week', until: '2026-12-01' },
      },
    ]);
    expect((await workspace.run('lint', file)).code).toBe(0);
    expect((await workspace.run('lint', file, '--no-suppressions')).code).toBe(1);
    expect(ofRule(await read(workspace, '--no-suppressions'), 'graph/dangling-edge')).toBeDefined();
  });
});

describe('--fix', () => {
  it('applies quick fixes, leaves the rest of the text alone, and reports what remains', async () => {
    const text = design().replace('"nodes": [', '"nodes": [ // the lake');
    const workspace = new Workspace({ [file]: text });
    const { code, out } = await workspace.run('lint', file, '--fix');
    expect(code).toBe(1);
    expect(out).toMatch(/graph\/dangling-edge[\s\S]*\d+ fixes applied\./);
    expect(out).not.toContain('cost/s3-lifecycle-missing');
    const fixed = workspace.read(file);
    expect(fixed).toContain('"lifecycle"');
    expect(fixed).toContain('// the lake');
    expect(fixed.split('\n').length).toBe(text.split('\n').length);
    const again = await workspace.run('lint', file, '--fix');
    expect(again.out).not.toContain('applied');
    expect(workspace.read(file)).toBe(fixed);
  });

  it('writes nothing into files without fixable findings, and none that do not parse', async () => {
    const workspace = new Workspace({ [file]: clean, 'b.json': '{' });
    expect((await workspace.run('lint', file, 'b.json', '--fix')).code).toBe(2);
    expect([workspace.read(file), workspace.read('b.json')]).toEqual([clean, '{']);
  });
});

describe('sarif', () => {
  const schema = JSON.parse(readFileSync(path.join(__dirname, 'sarif-2.1.0.schema.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  // The schema of OASIS as @microsoft/jest-sarif (MIT) ships it: for an older draft of JSON Schema, of which it uses
  // nothing that changed.
  const { $schema: _, id: __, ...current } = schema;
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false }).compile(
    current,
  );

  const read = async (workspace: Workspace, ...words: string[]): Promise<Log> => {
    const { out } = await workspace.run('lint', ...words, '--format', 'sarif');
    const log = JSON.parse(out) as Log;
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    return log;
  };

  it('is valid, for findings, suppressions, fixes, problems and files that cannot be read', async () => {
    const workspace = new Workspace({
      [file]: design(
        ',\n  "suppressions": [{ "rule": "security/s3-tls-only", "on": "lake", "reason": "private network" }],\n  "colour": 1',
      ),
      'über uns/b.pipeline.json': '{',
    });
    const log = await read(workspace, file, 'über uns/b.pipeline.json', 'gone.json');
    const [run] = log.runs;
    expect(run!.invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{}, {}] }]);
    const results = run!.results!;
    const dangling = results.find(({ ruleId }) => ruleId === 'graph/dangling-edge')!;
    expect(dangling).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: file, uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 29, endLine: 12, endColumn: 38 },
          },
        },
      ],
      suppressions: [],
    });
    expect(run!.tool.driver.rules![dangling.ruleIndex!]!.id).toBe('graph/dangling-edge');
    expect(results.find(({ ruleId }) => ruleId === 'security/s3-tls-only')!.suppressions).toMatchObject([
      { kind: 'inSource', status: 'accepted', justification: 'private network' },
    ]);
    expect(
      results.find(({ ruleId }) => ruleId === 'document.not-json')!.locations![0]!.physicalLocation!.artifactLocation!
        .uri,
    ).toBe('%C3%BCber%20uns/b.pipeline.json');
    const fingerprints = results.map(({ partialFingerprints }) => Object.values(partialFingerprints!)[0]);
    expect(new Set(fingerprints).size).toBe(results.length);
  });

  it('fixes are replacements that mend the text', async () => {
    const text = design();
    const log = await read(new Workspace({ [file]: text }), file);
    const fix = log.runs[0]!.results!.find(({ ruleId }) => ruleId === 'cost/s3-lifecycle-missing')!.fixes![0]!;
    const lines = new LineIndex(text);
    const at = (line: number, column: number): number => lines.offset({ line: line - 1, column: column - 1 });
    const edits = fix.artifactChanges[0]!.replacements.map(({ deletedRegion: region, insertedContent }) => {
      const offset = at(region.startLine!, region.startColumn!);
      return { offset, length: at(region.endLine!, region.endColumn!) - offset, text: insertedContent?.text ?? '' };
    });
    const mended = new Workspace({ [file]: applyTextEdits(text, edits) });
    expect((await mended.run('lint', file)).out).not.toContain('cost/s3-lifecycle-missing');
  });

  it('fingerprints do not hang on the line', async () => {
    const fingerprint = async (text: string): Promise<unknown> =>
      (await read(new Workspace({ [file]: text }), file)).runs[0]!.results!.find(
        ({ ruleId }) => ruleId === 'graph/dangling-edge',
      )!.partialFingerprints;
    expect(await fingerprint(`// moved\n\n${design()}`)).toEqual(await fingerprint(design()));
  });
});
