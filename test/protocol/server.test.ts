import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CompletionList,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Hover,
  type Location,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { noRules, onlyTestedRules, Session } from './session';

const template = readFileSync(path.resolve(__dirname, '../../templates/cafe-clickstream.pipeline.json'), 'utf8');
const design = `{
  // Ids are kept.
  "version": 1,
  "name": "lake",
  "data": [{ "id": "clicks", "name": "Menu clicks", "totalGB": 500, "retentionDays": 400, "hotDays": 40 }],
  "nodes": [
    { "id": "delivery", "kind": "firehose", "label": "Delivery" },
    { "id": "raw", "kind": "s3", "label": "Raw clicks", "data": ["clicks"], "config": { "versioning": "enabled" } }
  ],
  "edges": [
    { "id": "land", "from": "delivery", "to": "raw", "data": "clicks" }
  ]
}
`;

let session: Session;
beforeAll(async () => {
  session = await Session.start();
});
afterAll(async () => {
  expect(await session.stop()).toBe(0);
});

let files = 0;
const open = (text: string) => session.open(text, `file:///designs/design-${++files}.pipeline.json`);
const lifecycle = 'cost/s3-lifecycle-missing';

test('a finding arrives with its rule, place, page and version', async () => {
  const file = open(design);
  const found = (await file.diagnostics()).find(({ code }) => code === lifecycle);
  expect(found).toMatchObject({
    source: 'Dataweir',
    severity: DiagnosticSeverity.Warning,
    codeDescription: { href: `file:///pages/rules/${lifecycle}.md` },
    data: { rule: lifecycle, element: 'raw' },
  });
  expect(file.read(found!.range)).toBe('"raw"');
});

test('the findings behind the diagnostics go to a client that asks for them', async () => {
  const file = open(design);
  const message = await session.until(() => session.findings.find(({ uri }) => uri === file.uri));
  expect(message).toMatchObject({ version: 1 });
  expect(message.findings.find(({ rule }) => rule === lifecycle)).toMatchObject({
    element: 'raw',
    list: 'nodes',
    fixes: [{ kind: 'quickfix' }],
  });
});

test('the quick fix clears its finding, keeps comments, and adds none', async () => {
  const file = open(design);
  const before = await file.diagnostics();
  const finding = before.find(({ code }) => code === lifecycle)!;
  const actions = await file.codeActions(finding.range, { diagnostics: [finding] });
  const fix = actions.find(({ isPreferred }) => isPreferred)!;
  expect(fix).toMatchObject({
    kind: 'quickfix',
    title: 'Add a lifecycle rule: STANDARD_IA after 40 days and gone after 400 days',
    diagnostics: [{ code: lifecycle }],
  });
  file.applyWorkspaceEdit(fix.edit!);
  expect(file.text).toContain('// Ids are kept.');
  expect(file.text).toContain('"expireDays": 400');
  const after = await file.diagnostics();
  expect(after.map(({ code }) => code)).not.toContain(lifecycle);
  expect(after).toEqual(before.filter(({ code }) => code !== lifecycle));
});

test('the last actions are a suppression, which asks for its reason, and the page', async () => {
  const file = open(design);
  const finding = (await file.diagnostics()).find(({ code }) => code === lifecycle)!;
  const actions = (await file.codeActions(finding.range, { diagnostics: [finding] })).filter(({ title }) =>
    title.includes(lifecycle),
  );
  expect(actions.map(({ command }) => command?.command)).toEqual(['dataweir.selectReason', 'dataweir.showRule']);
  file.applyWorkspaceEdit(actions[0]!.edit!);
  expect(file.text).toContain(`{ "rule": "${lifecycle}", "on": "raw", "reason": "" }`);
  const codes = (await file.diagnostics()).map(({ code }) => code);
  expect(codes).toContain('suppression.no-reason');
  expect(codes).not.toContain(lifecycle);
});

test('fix all applies every quick fix at once', async () => {
  const twoBuckets = design.replace(
    '"config": { "versioning": "enabled" } }',
    '}, { "id": "copy", "kind": "s3", "data": ["clicks"] }',
  );
  const file = open(twoBuckets);
  await file.diagnostics();
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const [action] = await file.codeActions(whole, { only: ['source.fixAll'] });
  file.applyWorkspaceEdit(action!.edit!);
  expect(file.text.match(/"expireDays": 400/g)).toHaveLength(2);
});

test('a suppression without effect can be removed', async () => {
  const file = open(
    design.replace(
      '"edges"',
      `"suppressions": [{ "rule": "${lifecycle}", "on": "delivery", "reason": "no" }],\n  "edges"`,
    ),
  );
  const hint = (await file.diagnostics()).find(({ code }) => code === 'suppression.unused')!;
  const [remove] = await file.codeActions(hint.range, { diagnostics: [hint] });
  expect(remove!.title).toBe('Remove this suppression');
  file.applyWorkspaceEdit(remove!.edit!);
  expect(file.text).not.toContain('"delivery", "reason"');
});

test.each([
  ['a field', '"versioning"', ['Versioning', 'Default: `"disabled"`, of a new Amazon S3']],
  ['a unit', '"totalGB"', ['Stored now', 'GB']],
  ['a kind', '"firehose"', ['Firehose', 'Documentation']],
  ['an edge end', '"delivery", "to"', ['Delivery', 'Firehose → Amazon S3: native', 'buffer, compress']],
  ['a data set', '"clicks" }', ['Menu clicks', 'Data set']],
])('hover on %s', async (_, word, parts) => {
  const file = open(design);
  const offset = file.text.indexOf(word) + 3;
  const hover = await file.request<Hover>('textDocument/hover', { position: file.document.positionAt(offset) });
  for (const part of parts) expect((hover.contents as { value: string }).value).toContain(part);
});

test('hover on the rule of a suppression says why', async () => {
  const file = open(
    design.replace('"edges"', `"suppressions": [{ "rule": "${lifecycle}", "on": "raw", "reason": "no" }],\n  "edges"`),
  );
  const hover = await file.request<Hover>('textDocument/hover', { position: file.position(lifecycle) });
  expect((hover.contents as { value: string }).value).toMatch(/Storage is paid every month[\s\S]*pages\/rules/);
});

test('what people typed is no markup in a hover', async () => {
  const file = open(design.replace('Raw clicks', '[x](command:evil) <img src=x>'));
  const hover = await file.request<Hover>('textDocument/hover', { position: file.position('raw', '"to"') });
  expect((hover.contents as { value: string }).value).toContain('\\[x\\]\\(command:evil\\) \\<img');
});

async function completions(text: string): Promise<string[]> {
  const offset = text.indexOf('|');
  const file = open(text.slice(0, offset) + text.slice(offset + 1));
  const list = await file.request<CompletionList>('textDocument/completion', {
    position: file.document.positionAt(offset),
  });
  return list.items.map(({ label }) => label);
}

test('completion knows ids, kinds, fields, values and rules', async () => {
  expect(await completions(design.replace('"to": "raw"', '"to": "|"'))).toEqual(['"delivery"', '"raw"']);
  expect(await completions(design.replace('"to": "raw"', '"to": |'))).toEqual(['"delivery"', '"raw"']);
  expect(await completions(design.replace('"data": ["clicks"]', '"data": [|]'))).toEqual(['"clicks"']);
  expect(await completions(design.replace('"kind": "s3"', '"kind": "|"'))).toEqual(
    expect.arrayContaining(['"s3"', '"firehose"']),
  );
  expect(await completions(design.replace('"versioning": "enabled"', '"|"'))).toEqual(
    expect.arrayContaining(['tlsOnly', 'lifecycle']),
  );
  expect(await completions(design.replace('"versioning": "enabled"', '"versioning": "|"'))).toEqual([
    '"enabled"',
    '"disabled"',
    '"suspended"',
  ]);
  expect(await completions(design.replace('"edges"', '"suppressions": [{ "rule": "|" }],\n  "edges"'))).toContain(
    `"${lifecycle}"`,
  );
  expect(await completions(design.replace('"edges"', '"suppressions": [{ "on": "|" }],\n  "edges"'))).toEqual(
    expect.arrayContaining(['"raw"', '"land"', '"clicks"']),
  );
});

test('completion after a new entry has begun', async () => {
  expect(
    await completions(design.replace('"data": "clicks" }', '"data": "clicks" },\n    { "id": "new", "from": "|" }')),
  ).toContain('"raw"');
  expect(
    await completions(design.replace('"data": "clicks" }', '"data": "clicks" },\n    { "id": "new", | }')),
  ).toContain('from');
});

test('the outline lists entries under their lists', async () => {
  const file = open(design);
  const symbols = await file.request<DocumentSymbol[]>('textDocument/documentSymbol', {});
  expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
    ['data', ['Menu clicks']],
    ['nodes', ['Delivery', 'Raw clicks']],
    ['edges', ['delivery → raw']],
  ]);
});

test('definition and references follow ids', async () => {
  const file = open(design);
  const position = file.position('"raw", "data": "clicks"');
  const at = file.document.positionAt(file.text.indexOf('"to": "raw"') + 8);
  const definition = await file.request<Location>('textDocument/definition', { position: at });
  expect(file.document.offsetAt(definition.range.start)).toBe(file.text.indexOf('"id": "raw"') + 7);
  const references = await file.request<Location[]>('textDocument/references', {
    position: at,
    context: { includeDeclaration: true },
  });
  expect(references.map(({ range }) => file.read(range))).toEqual(['raw', 'raw']);
  expect(position).toBeDefined();
});

test('rename changes an id everywhere, and refuses what cannot be an id', async () => {
  const file = open(
    design.replace('"edges"', '"suppressions": [{ "rule": "x/y", "on": "raw", "reason": "no" }],\n  "edges"'),
  );
  const position = file.document.positionAt(file.text.indexOf('"id": "raw"') + 8);
  const prepared = await file.request<{ placeholder: string }>('textDocument/prepareRename', { position });
  expect(prepared.placeholder).toBe('raw');
  await expect(file.request('textDocument/rename', { position, newName: 'delivery' })).rejects.toThrow(
    'already the id',
  );
  await expect(file.request('textDocument/rename', { position, newName: '-bad-' })).rejects.toThrow('cannot be an id');
  await expect(file.request('textDocument/prepareRename', { position: file.position('enabled') })).rejects.toThrow(
    'Only ids',
  );
  file.applyWorkspaceEdit(await file.request<WorkspaceEdit>('textDocument/rename', { position, newName: 'landing' }));
  expect(file.text.match(/"landing"/g)).toHaveLength(3);
  expect(file.text).not.toContain('"raw"');
});

test('severities follow the settings, by rule and by pillar', async () => {
  const file = open(design);
  await session.until(() => session.findings.find(({ uri }) => uri === file.uri));
  const after = async (rules: object): Promise<unknown> => {
    session.rules = { ...noRules, ...rules };
    const before = session.findings.length;
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const message = await session.until(() => session.findings.slice(before).find(({ uri }) => uri === file.uri));
    return message.findings.find(({ rule }) => rule === lifecycle)?.severity;
  };
  expect(await after({ [lifecycle]: 'error' })).toBe('error');
  expect(await after({ cost: 'hint' })).toBe('hint');
  expect(await after({ cost: 'hint', [lifecycle]: 'off' })).toBeUndefined();
  expect(await after({ cost: 'loud', [lifecycle]: 3 })).toBe('warning');
  expect(await after(onlyTestedRules)).toBe('warning');
});

test('severities follow the settings file of the team, those of the person win, and a change of it is seen', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataweir-team-'));
  try {
    const settings = path.join(folder, '.dataweirrc.json');
    const checked = async (act: () => Promise<unknown>): Promise<string> => {
      const before = session.findings.length;
      await act();
      const message = await session.until(() => session.findings.slice(before).find(({ uri }) => uri === file.uri));
      return message.findings.find(({ rule }) => rule === lifecycle)?.severity ?? 'off';
    };
    const changed = (text: string) =>
      checked(async () => {
        writeFileSync(settings, text);
        await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: pathToFileURL(settings).href, type: 1 }],
        });
      });
    mkdirSync(path.join(folder, 'a b'));
    const file = session.open(design, pathToFileURL(path.join(folder, 'a b', 'c.pipeline.json')).href);
    session.rules = {};
    expect(await changed('{}')).toBe('warning');
    expect(await changed('{ "rules": { "cost": "info" } }')).toBe('info');
    const override = '{ "overrides": [{ "files": ["a b/*"], "rules": { "cost/s3-lifecycle-missing": "error" } }] }';
    expect(await changed(override)).toBe('error');
    session.rules = { [lifecycle]: 'hint' };
    expect(await changed(override)).toBe('hint');
    session.rules = {};
    expect(await changed('{ "rules": { "cost": "loud" } }')).toBe('warning');
    await session.until(() => session.logged.find((line) => line.includes('.dataweirrc.json:1:22: ')));
  } finally {
    session.rules = onlyTestedRules;
    rmSync(folder, { recursive: true });
  }
});

test('typing is checked when the keyboard rests, for the last version only', async () => {
  const file = open(design);
  await file.diagnostics();
  const before = session.findings.length;
  for (let i = 0; i < 10; i++) file.type('"Raw clicks', '"Raw clicks!');
  await file.diagnostics();
  const published = session.findings.slice(before).filter(({ uri }) => uri === file.uri);
  await session.until(() => session.findings.find(({ uri, version }) => uri === file.uri && version === 11));
  expect(published.length).toBeLessThanOrEqual(1);
});

test('the template is understood', async () => {
  const diagnostics = await open(template).diagnostics();
  expect(diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error)).toEqual([]);
});

test('folding ranges', async () => {
  const ranges = await open(design).request<unknown[]>('textDocument/foldingRange', {});
  expect(ranges.length).toBeGreaterThan(2);
});

test('formatting prints the canonical form once', async () => {
  const file = open(design.replace('"id": "land", "from"', '"id":"land",    "from"'));
  const options = { tabSize: 4, insertSpaces: false };
  file.apply(await file.request<TextEdit[]>('textDocument/formatting', { options }));
  expect(file.text).toContain('{ "id": "land", "from": "delivery"');
  expect(file.text).toContain('// Ids are kept.');
  expect(await file.request('textDocument/formatting', { options })).toEqual([]);
  expect(await open('{ oops').request('textDocument/formatting', { options })).toBeNull();
});

test.each([
  ['"to": "raw"', '"to": "|"', '"delivery"', '"to": "delivery"'],
  ['"versioning": "enabled"', '"versioning": "|"', '"suspended"', '"versioning": "suspended"'],
  ['"kind": "s3"', '"kind": "fi|"', '"firehose"', '"kind": "firehose"'],
])('what is completed at %s goes where it belongs', async (at, typed, chosen, expected) => {
  const text = design.replace(at, typed);
  const offset = text.indexOf('|');
  const file = open(text.replace('|', ''));
  const list = await file.request<CompletionList>('textDocument/completion', {
    position: file.document.positionAt(offset),
  });
  const item = list.items.find(({ label }) => label === chosen)!;
  file.apply([item.textEdit as TextEdit]);
  expect(file.text).toBe(design.replace(at, expected));
});
