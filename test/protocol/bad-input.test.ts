import { afterAll, beforeAll, expect, test } from 'vitest';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol';
import { onlyTestedRules, Session } from './session';

let session: Session;
beforeAll(async () => {
  session = await Session.start();
});
afterAll(async () => {
  expect(await session.stop()).toBe(0);
});

let files = 0;
const open = (text: string) => session.open(text, `file:///designs/bad-${++files}.pipeline.json`);

/** `code` of each diagnostic with the text it stands under. */
async function check(text: string): Promise<string[]> {
  const file = open(text);
  return (await file.diagnostics()).map(({ code, range }: Diagnostic) => `${code} ${file.read(range).slice(0, 40)}`);
}

test('text that is no JSON is reported where it breaks', async () => {
  expect(await check('{ "version": 1, "name": oops }')).toEqual(expect.arrayContaining(['document.not-json oops']));
  expect(await check('')).toEqual(['document.not-json ']);
  expect(await check('[1, 2]')).toEqual(['document.not-a-design [1, 2]']);
  expect(await check('\0\u0001 not a design')).not.toEqual([]);
});

test('merge-conflict markers are named as such', async () => {
  const text = '{\n<<<<<<< HEAD\n  "name": "a",\n=======\n  "name": "b",\n>>>>>>> other\n  "version": 1\n}\n';
  expect(await check(text)).toEqual(['document.merge-conflict <<<<<<< HEAD']);
});

test('the second of two equal ids is reported', async () => {
  const text = '{ "version": 1, "name": "n", "nodes": [{ "id": "a", "kind": "s3" }, { "id": "a", "kind": "s3" }] }';
  expect(await check(text)).toContain('document.duplicate-id "a"');
});

test('a file beyond the limit gets one clear diagnostic, and is checked again when it shrinks', async () => {
  const file = open(`{ "version": 1, "name": "${'x'.repeat(25_000_001)}" }`);
  expect(await file.diagnostics()).toMatchObject([
    { code: 'document.too-long', message: expect.stringContaining('25 MB') },
  ]);
  file.type(file.text, '{ "version": 1, "name": "n", "nodes": 3 }');
  expect(await file.diagnostics()).toMatchObject([{ code: 'document.wrong-shape' }]);
}, 30_000);

test('20 MB of text and 5,000 nodes are read, by every rule', async () => {
  session.rules = null;
  const nodes = Array.from({ length: 5000 }, (_, i) => ({
    id: `n${i}`,
    kind: 's3',
    label: `Bucket ${i}`,
    notes: 'x'.repeat(i % 5 === 0 ? 20_000 : 0),
  }));
  const file = open(JSON.stringify({ version: 1, name: 'big', nodes, edges: [] }, null, 2));
  expect(file.text.length).toBeGreaterThan(20_000_000);
  expect(await file.diagnostics()).not.toEqual([]);
  const position = file.position('"s3"', '"n2500"');
  const hover = await file.request('textDocument/hover', { position });
  expect(await file.request('textDocument/completion', { position })).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ label: '"firehose"' })]),
  });
  expect(hover).toMatchObject({ contents: { value: expect.stringContaining('S3') } });
  session.rules = onlyTestedRules;
}, 60_000);

test('deep nesting does not exhaust the stack', async () => {
  expect(await check(`{ "version": 1, "name": "n", "nodes": ${'['.repeat(20_000)}${']'.repeat(20_000)} }`)).not.toEqual(
    [],
  );
  expect(await check('['.repeat(100_000))).not.toEqual([]);
});

test('requests that make no sense are answered with errors, and the server lives on', async () => {
  const { connection } = session;
  const file = open('{ "version": 1, "name": "n" }');
  await file.diagnostics();
  const position = { line: 0, character: 3 };
  await expect(connection.sendRequest('no/such/method', {})).rejects.toThrow();
  for (const method of [
    'hover',
    'completion',
    'definition',
    'rename',
    'codeAction',
    'documentSymbol',
    'foldingRange',
    'references',
    'prepareRename',
  ]) {
    await connection.sendRequest(`textDocument/${method}`, {}).catch(() => null);
    await connection
      .sendRequest(`textDocument/${method}`, { textDocument: { uri: 7 }, position: 'here', range: null, context: 4 })
      .catch(() => null);
    await connection
      .sendRequest(`textDocument/${method}`, {
        textDocument: { uri: 'file:///not-open' },
        position,
        newName: 'x',
        range: { start: position, end: position },
        context: { diagnostics: [] },
      })
      .catch(() => null);
    await file
      .request(`textDocument/${method}`, {
        position: { line: -5, character: 1e9 },
        newName: 'x',
        range: { start: position, end: { line: 1e9, character: 0 } },
        context: { diagnostics: [], includeDeclaration: true },
      })
      .catch(() => null);
  }
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///broken', languageId: 'x', version: 'one' },
  });
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: 'file:///never-opened', version: 2 },
    contentChanges: [{ text: 'x' }],
  });
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: 'no' });
  await connection.sendNotification('workspace/didChangeConfiguration', {});
  file.type('"n"', '3');
  expect(await file.diagnostics()).toMatchObject([{ code: 'document.wrong-shape' }]);
});

test('a request can be cancelled', async () => {
  const file = open('{ "version": 1, "name": "n" }');
  const source = new CancellationTokenSource();
  const answer = session.connection.sendRequest(
    'textDocument/completion',
    { textDocument: { uri: file.uri }, position: { line: 0, character: 2 } },
    source.token,
  );
  source.cancel();
  await answer.catch(() => null);
  expect(await file.diagnostics()).toEqual([]);
});

test('any editor can run it: no options, no configuration, no Markdown', async () => {
  const plain = await Session.start({ capabilities: {}, initializationOptions: undefined });
  const file = plain.open(
    '{ "version": 1, "name": "n", "nodes": [{ "id": "a", "kind": "s3" }], "edges": [{ "id": "e", "from": "a", "to": "b" }] }',
  );
  const [finding] = (await file.diagnostics()).filter(({ code }) => code === 'graph/dangling-edge');
  expect(finding).not.toHaveProperty('codeDescription');
  const actions = await file.codeActions(finding!.range, { diagnostics: [finding!] });
  expect(actions.map(({ command }) => command)).toEqual(actions.map(() => undefined));
  expect(actions[0]!.edit).toHaveProperty('changes');
  expect(await file.request('textDocument/hover', { position: file.position('"s3"') })).toMatchObject({
    contents: { kind: 'plaintext' },
  });
  await plain.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { dataweir: { rules: { graph: 'hint' } } },
  });
  file.type('"n"', '"m"');
  expect((await file.diagnostics()).find(({ code }) => code === 'graph/dangling-edge')).toMatchObject({ severity: 4 });
  expect(plain.findings).toEqual([]);
  expect(await plain.stop()).toBe(0);
});
