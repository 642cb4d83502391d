import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { aliases } from '../src/connections/aliases';
import { matrix } from '../src/connections/matrix';
import type { Pair } from '../src/kit/connection';
import { lint } from '../src/lint/lint';
import { rules } from '../src/lint/rules';
import { parseDocument } from '../src/model/document';
import { kinds } from '../src/services/catalog';
import { judge } from '../webview/connect/verdict';
import { actionExists } from './cdk/harness';

/** Every pair of the compatibility matrix, read from the table as people wrote it: what the canvas, the lint and the policies do with it. */

interface Row {
  readonly from: string;
  readonly to: string;
  readonly way: Pair['way'];
  readonly pattern: string;
  readonly role?: string;
  readonly actions?: readonly string[];
}

const table = JSON.parse(readFileSync(path.join(__dirname, 'compatibility.json'), 'utf8')) as {
  pairs: Row[];
  beyond: Row[];
};
const rows = [...table.pairs, ...table.beyond];
const known = rows.filter(({ from, to }) => kinds.has(from) && kinds.has(to));

/** Pairs that are what they are by a field of one end only. */
const configs: Readonly<Record<string, object>> = { 'firehose lambda': { transform: 'b' } };

const designOf = ({ from, to }: Row): string =>
  JSON.stringify({
    version: 1,
    name: 'pair',
    data: [{ id: 'd' }],
    nodes: [
      { id: 'a', kind: from, config: configs[`${from} ${to}`] },
      { id: 'b', kind: to },
    ],
    edges: [],
  });

/** The general rule, and one that says the same more precisely. */
const refusing: ReadonlySet<string> = new Set([
  'graph/incompatible-connection',
  'fit/firehose-unsupported-destination',
  'fit/ingest-tool-wrong-source',
  'fit/video-off-video-streams',
  'fit/devices-bypass-iot-core',
]);

it('has no row twice', () => {
  const keys = rows.map(({ from, to }) => `${from} ${to}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it('speaks of services that there are', () => {
  const named = new Set(rows.flatMap(({ from, to }) => [from, to]));
  expect([...named].filter((kind) => !kinds.has(kind))).toEqual([]);
});

it('is all there is: whatever joins two services stands in it, or follows from a sibling', () => {
  const written = new Set(rows.map(({ from, to }) => `${from} ${to}`));
  const sibling = (kind: string): string => aliases.find((alias) => alias.kind === kind)?.like ?? kind;
  const strangers = matrix
    .pairs()
    .filter(({ from, to }) => {
      const origins = [`${from} ${to}`, `${sibling(from)} ${to}`, `${from} ${sibling(to)}`];
      return ![...origins, `${sibling(from)} ${sibling(to)}`].some((key) => written.has(key));
    })
    .map(({ from, to }) => `${from} ${to}`);
  expect(strangers).toEqual([]);
});

it('names only actions that IAM knows', async () => {
  const actions = new Set(matrix.pairs().flatMap(({ permissions = [] }) => permissions.flatMap((one) => one.actions)));
  const unknown = await Promise.all([...actions].map(async (action) => ((await actionExists(action)) ? [] : [action])));
  expect(unknown.flat()).toEqual([]);
});

describe.each(known.map((row) => [`${row.from} to ${row.to}`, row] as const))('%s', (_title, row) => {
  const pair = matrix.find(row.from, row.to);
  const document = parseDocument(designOf(row), kinds);
  const [from, to] = document.value.nodes;
  const verdict = judge({ matrix, kinds }, document, from!, to!);

  it('is joined the way it is written, with the permissions that are written', () => {
    expect(pair).toMatchObject({ way: row.way, pattern: row.pattern });
    const granted = new Set((pair?.permissions ?? []).flatMap(({ actions }) => actions));
    expect([...granted].sort()).toEqual([...new Set(row.actions ?? [])].sort());
  });

  it(row.way === 'refused' ? 'is refused on the canvas, with the way round' : 'is allowed on the canvas', () => {
    expect(verdict.allowed).toBe(row.way !== 'refused');
    if (verdict.allowed) {
      const needsAdvice = row.way === 'code' || row.way === 'connector';
      expect(verdict.advice === undefined).toBe(!needsAdvice);
      if (needsAdvice) expect(verdict.advice).toContain(row.pattern);
      return;
    }
    expect(verdict.detail?.toLowerCase()).toContain(row.pattern.toLowerCase());
    for (const kind of verdict.between) {
      expect(matrix.find(row.from, kind)?.way ?? 'refused', `${row.from} ${kind}`).not.toBe('refused');
      expect(matrix.find(kind, row.to)?.way ?? 'refused', `${kind} ${row.to}`).not.toBe('refused');
    }
  });

  it('is judged the same by the lint', () => {
    const design = { ...(JSON.parse(designOf(row)) as object), edges: [{ id: 'way', from: 'a', to: 'b', data: 'd' }] };
    const { findings } = lint(parseDocument(JSON.stringify(design), kinds), {
      kinds,
      rules,
      matrix,
      today: '2026-11-26',
    });
    const refused = findings.some(({ rule, element }) => refusing.has(rule) && element === 'way');
    expect(refused).toBe(row.way === 'refused');
  });
});
