import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { design, removeWorkspaces, Workspace } from './run';

removeWorkspaces();

const root = path.resolve(__dirname, '../..');
const clean = '{ "version": 1, "name": "x" }\n';

/** A folder with a `dataweir` in it, as an installed package gives one. */
function installed(workspace: Workspace): NodeJS.ProcessEnv {
  const bin = workspace.path('.bin');
  mkdirSync(bin);
  const tsx = path.join(root, 'node_modules/.bin/tsx');
  writeFileSync(path.join(bin, 'dataweir'), `#!/bin/sh\nexec "${tsx}" "${path.join(root, 'src/cli/main.ts')}" "$@"\n`);
  chmodSync(path.join(bin, 'dataweir'), 0o755);
  return { ...process.env, PATH: `${bin}:${process.env.PATH}`, GIT_CONFIG_GLOBAL: '/dev/null', NO_COLOR: '1' };
}

describe.skipIf(process.platform === 'win32')('the recipes of docs/ci', () => {
  it('the workflow: its commands write both reports, and the last fails on errors', () => {
    const workflow = readFileSync(path.join(root, 'docs/ci/github-actions.yml'), 'utf8');
    const steps = [...workflow.matchAll(/^ {8}run: (.+)$/gm)].map(([, command]) => command!);
    const ours = steps.filter((command) => command.startsWith('dataweir '));
    expect(ours).toHaveLength(3);
    const workspace = new Workspace({ 'designs/a.pipeline.json': design() });
    const env = installed(workspace);
    const run = (command: string) => spawnSync('sh', ['-ec', command], { cwd: workspace.folder, env }).status;
    expect(ours.map(run)).toEqual([0, 0, 1]);
    expect(JSON.parse(workspace.read('dataweir.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(workspace.read('dataweir.md')).toContain('graph/dangling-edge');
    for (const file of ['dataweir.sarif', 'dataweir.md'])
      expect(workflow).toMatch(new RegExp(`(file|body-file).*${file}`));
    workspace.write('designs/a.pipeline.json', clean);
    expect(ours.map(run)).toEqual([0, 0, 0]);
  }, 60_000);

  it('the hook: lets go what is fine, stops what is not, and looks at what is staged', () => {
    const workspace = new Workspace({ 'a b/ä.pipeline.json': clean, 'note.txt': 'x' });
    const env = installed(workspace);
    const git = (...words: string[]) => spawnSync('git', words, { cwd: workspace.folder, env, encoding: 'utf8' });
    execFileSync('git', ['init', '-q'], { cwd: workspace.folder, env });
    git('config', 'user.email', 'a@b.c');
    git('config', 'user.name', 'a');
    const hook = workspace.path('.git/hooks/pre-commit');
    copyFileSync(path.join(root, 'docs/ci/pre-commit'), hook);
    chmodSync(hook, 0o755);
    git('add', 'note.txt');
    expect(git('commit', '-qm', 'no design').status).toBe(0);
    git('add', 'a b');
    expect(git('commit', '-qm', 'a clean design').status).toBe(0);
    workspace.write('a b/ä.pipeline.json', design());
    git('add', 'a b');
    workspace.write('a b/ä.pipeline.json', clean);
    const refused = git('commit', '-qm', 'an error');
    expect(refused.status).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain('graph/dangling-edge');
    workspace.write('.dataweirrc.json', '{ "rules": { "graph": "off" } }');
    git('add', '.dataweirrc.json');
    expect(git('commit', '-qm', 'accepted by the team').status).toBe(0);
  }, 60_000);
});
