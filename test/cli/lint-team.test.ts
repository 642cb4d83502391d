import { describe, expect, it } from 'vitest';
import { design, removeWorkspaces, Workspace } from './run';

removeWorkspaces();

const file = 'designs/a.pipeline.json';
const settings = '.dataweirrc.json';

interface Listed {
  readonly findings: readonly { readonly file: string; readonly rule: string; readonly severity: string }[];
  readonly waiting: readonly { readonly owner: string; readonly field: string; readonly rules: readonly string[] }[];
  readonly baseline?: { readonly accepted: number; readonly stale: number };
}

async function lint(workspace: Workspace, ...options: string[]): Promise<Listed & { code: number; err: string }> {
  const { code, out, err } = await workspace.run('lint', ...options, '--format', 'json');
  return { ...(JSON.parse(out) as Listed), code, err };
}
const severities = ({ findings }: Listed, of = file): Record<string, string> =>
  Object.fromEntries(findings.filter((found) => found.file === of).map(({ rule, severity }) => [rule, severity]));

describe('the settings of a team', () => {
  it('change severities by rule and by pillar, from the folder of the design or one above', async () => {
    const workspace = new Workspace({ [file]: design() });
    expect(severities(await lint(workspace, file))).toMatchObject({
      'graph/dangling-edge': 'error',
      'cost/s3-lifecycle-missing': 'warning',
    });
    workspace.write(
      settings,
      '{ // ours\n "rules": { "cost": "error", "cost/s3-lifecycle-missing": "hint", "graph": "off" } }',
    );
    const found = await lint(workspace, file);
    expect(severities(found)).toMatchObject({ 'cost/s3-lifecycle-missing': 'hint' });
    expect(severities(found)).not.toHaveProperty('graph/dangling-edge');
    expect(found.err).toBe('');
    workspace.write(`designs/${settings}`, '{}');
    expect(severities(await lint(workspace, file)), 'the nearest file is the only one').toMatchObject({
      'graph/dangling-edge': 'error',
    });
  });

  it('differ by path; the last override that matches wins', async () => {
    const workspace = new Workspace({
      [file]: design(),
      'sandbox/b.pipeline.json': design(),
      'sandbox/keep/c.pipeline.json': design(),
      [settings]: JSON.stringify({
        rules: { graph: 'warning' },
        overrides: [
          { files: ['sandbox/**'], rules: { graph: 'off' } },
          { files: ['c.pipeline.json'], rules: { 'graph/dangling-edge': 'info' } },
        ],
      }),
    });
    const found = await lint(workspace, '.');
    expect(severities(found)['graph/dangling-edge']).toBe('warning');
    expect(severities(found, 'sandbox/b.pipeline.json')['graph/dangling-edge']).toBeUndefined();
    expect(severities(found, 'sandbox/keep/c.pipeline.json')['graph/dangling-edge']).toBe('info');
  });

  it.each([
    ['{ "rules": ', /^dataweir: \.dataweirrc\.json:1:\d+: /],
    ['{ "rules": { "cost": "loud" } }', /^dataweir: \.dataweirrc\.json:1:22: .*"loud"/],
    [
      '{\n "rules": { "cots": "off" } }',
      /^dataweir: \.dataweirrc\.json:2:21: There is no rule and no pillar "cots"\. Did you mean "cost"\?/,
    ],
    ['{ "rule": {} }', /^dataweir: \.dataweirrc\.json:1:\d+: .*"rule".*"rules"/],
    ['[]', /^dataweir: \.dataweirrc\.json:1:1: /],
  ])('%s is told, and the designs are checked all the same', async (text, message) => {
    const { code, err, findings } = await lint(new Workspace({ [file]: design(), [settings]: text }), file);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(findings.length).toBeGreaterThan(1);
  });
});

describe('a baseline', () => {
  const baseline = 'accepted.json';

  it('accepts what was there, reports what is new, and says what is gone', async () => {
    const workspace = new Workspace({ [file]: design() });
    const before = (await lint(workspace, file)).findings.length;
    expect(await lint(workspace, file, '--baseline', baseline)).toMatchObject({
      code: 0,
      findings: [],
      baseline: { accepted: before, stale: 0 },
    });
    const second = design().replace(
      '"id": "lost"',
      '"id": "other", "from": "gone", "to": "lake" },\n    { "id": "lost"',
    );
    workspace.write(file, second);
    const after = await lint(workspace, file, '--baseline', baseline);
    expect(after).toMatchObject({ code: 1, baseline: { accepted: before } });
    expect(after.findings.map(({ rule }) => rule)).toEqual(['graph/dangling-edge']);
    workspace.write(file, '{ "version": 1, "name": "x" }');
    const gone = await workspace.run('lint', file, '--baseline', baseline);
    expect(gone.out).toContain(`${before} entries of the baseline matched nothing`);
    expect(await lint(workspace, file, '--baseline', baseline, '--update-baseline')).toMatchObject({
      baseline: { stale: 0 },
    });
    expect(JSON.parse(workspace.read(baseline))).toMatchObject({ version: 1 });
  });

  it('holds from whatever folder it is used, and survives other lines', async () => {
    const workspace = new Workspace({ [file]: design() });
    await workspace.run('lint', file, '--baseline', `designs/${baseline}`);
    expect(workspace.read(`designs/${baseline}`)).toContain('"file": "a.pipeline.json"');
    workspace.write(file, `// a comment\n\n${design()}`);
    expect(await lint(workspace, 'designs', '--baseline', `designs/${baseline}`)).toMatchObject({ findings: [] });
  });

  it.each([
    ['{', 'accepted.json: this is not JSON'],
    ['{ "version": 2 }', 'accepted.json: this is no baseline'],
  ])('%s is told, and accepts nothing', async (text, message) => {
    const workspace = new Workspace({ [file]: design(), [baseline]: text });
    const { code, err, findings } = await lint(workspace, file, '--baseline', baseline);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(findings.length).toBeGreaterThan(0);
    expect(workspace.read(baseline)).toBe(text);
  });
});

describe('markdown', () => {
  it('says what was found, what is accepted, and which fields are wanted', async () => {
    const workspace = new Workspace({
      [file]: design(
        ',\n  "suppressions": [{ "rule": "cost/s3-lifecycle-missing", "on": "lake", "reason": "a | b", "owner": "web" }]',
      ),
    });
    const { out } = await workspace.run('lint', file, '--format', 'markdown');
    expect(out).toMatch(/^### Dataweir: 1 error.* in 1 file\n/);
    expect(out).toMatch(/\| :red_circle: error \| `graph\/dangling-edge` \| `lost` \| \d+ \| /);
    expect(out).toContain('<summary>1 finding suppressed</summary>');
    expect(out).toMatch(/\| `cost\/s3-lifecycle-missing` \| `lake` \| a \\+\| b \| web \| {2}\|/);
    expect(out).toMatch(/cannot decide for want of a field<\/summary>\n\n\| Element \| Field \| Rules that wait \|/);
  });

  it('takes nothing of a design for markup', async () => {
    const hostile = '<img src=x> [a](http://b) | `x` *b*';
    const text = design().replace('"Lake"', JSON.stringify(hostile));
    const { out } = await new Workspace({ [file]: text }).run('lint', file, '--format', 'markdown');
    expect(out).not.toMatch(/(?<!\\)<img/);
    expect(out).not.toContain('[a](');
    for (const line of out.split('\n').filter((row) => row.startsWith('| :')))
      expect(line.split(/(?<!\\)\|/)).toHaveLength(7);
  });
});
