import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { emitCdk } from '../../src/cdk/export';
import { matrix } from '../../src/connections/matrix';
import { parseFixtures } from '../../src/lint/fixture';
import { lint } from '../../src/lint/lint';
import { rules } from '../../src/lint/rules';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import { AppFolder, root } from './harness';
import { differences, onlyTheirs } from './nag-differences';

/**
 * `docs/cdk-nag.md`: the designs of our fixtures, bad and good, exported and given to cdk-nag with every acknowledgment
 * taken out. Where the two differ, the page says why; UPDATE_GOLDENS=1 writes it anew.
 */
const page = path.join(root, 'docs/cdk-nag.md');

interface Count {
  both: number;
  ours: number;
  theirs: number;
}

async function compare(): Promise<{ counts: Map<string, Count>; unnamed: Map<string, number> }> {
  const source = path.join(root, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const named = new Set(rules.flatMap(({ references }) => references?.nag ?? []));
  const counts = new Map<string, Count>();
  const unnamed = new Map<string, number>();
  for (const rule of rules) {
    const peers = rule.references?.nag ?? [];
    if (peers.length === 0) continue;
    const file = files.find((name) => path.basename(name) === `${rule.id.split('/')[1]}.fixtures.jsonc`)!;
    for (const { kind, text } of parseFixtures(readFileSync(path.join(source, file), 'utf8'))) {
      if (kind === 'unresolved') continue;
      const document = parseDocument(text, kinds);
      const { findings } = lint(document, { kinds, rules, matrix, today: '2026-11-24' });
      const fires = findings.some((finding) => finding.rule === rule.id);
      const heard = await nagOf(document.value);
      for (const peer of peers) {
        const key = `${rule.id} ${peer}`;
        const count = counts.get(key) ?? { both: 0, ours: 0, theirs: 0 };
        counts.set(key, count);
        if (fires && heard.has(peer)) count.both++;
        else if (fires) count.ours++;
        else if (heard.has(peer)) count.theirs++;
      }
      for (const id of heard) if (!named.has(id)) unnamed.set(id, (unnamed.get(id) ?? 0) + 1);
    }
  }
  return { counts, unnamed };
}

async function nagOf(pipeline: Parameters<typeof emitCdk>[0]): Promise<ReadonlySet<string>> {
  using folder = new AppFolder(emitCdk(pipeline).files);
  const { heard } = await folder.synthesize();
  return new Set(heard.map((finding) => /^AwsSolutions-([A-Z]+\d+)/.exec(finding)?.[1] ?? finding));
}

it('where Dataweir and cdk-nag differ, the page says why', async () => {
  const { counts, unnamed } = await compare();
  const differing = [...counts].filter(([, { ours, theirs }]) => ours + theirs > 0).map(([key]) => key);
  expect(Object.keys(differences).sort(), 'every difference is explained, and nothing else').toEqual(differing.sort());
  expect(Object.keys(onlyTheirs).sort()).toEqual([...unnamed.keys()].sort());
  const rows = [...counts].map(([key, { both, ours, theirs }]) => {
    const [rule, peer] = key.split(' ') as [string, string];
    return `| [\`${rule}\`](rules/${rule}.md) | ${peer} | ${both} | ${ours} | ${theirs} | ${differences[key] ?? ''} |`;
  });
  const others = [...unnamed.keys()].sort().map((id) => `| ${id} | ${onlyTheirs[id]} |`);
  const text = `# Beside cdk-nag

cdk-nag judges the resources of a template; Dataweir judges the design, with its data and its people. Here the designs of
Dataweir's own fixtures, bad and good ones, are exported and given to cdk-nag (AwsSolutions) with every acknowledgment taken out.
The numbers are designs: where both speak, where only one does. A test keeps this page true.

| Rule | cdk-nag | Both | Only Dataweir | Only cdk-nag | Why they differ |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

## Said by cdk-nag alone

| cdk-nag | Why no rule here asks for it |
| --- | --- |
${others.join('\n')}
`;
  if (process.env.UPDATE_GOLDENS) writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
}, 240_000);
