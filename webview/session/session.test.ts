import { expect, test } from 'vitest';
import { parseDocument } from '../../src/model/document';
import { type Edit, toTextEdits } from '../../src/model/edit';
import { applyTextEdits } from '../../src/model/text-edit';
import { kinds } from '../../src/services/catalog';
import { Session } from './session';
import { createCanvasStore, isEditable } from './state';

const start = '{ "version": 1, "name": "a", "nodes": [{ "id": "n", "kind": "s3" }] }';
const rename = (value: string): Edit => ({ op: 'set', element: { list: 'nodes', id: 'n' }, path: ['label'], value });

/** A host over a text in memory; `before` runs before each write. */
function harness(before: (host: { type(text: string): void }, attempt: number) => void = () => undefined) {
  const store = createCanvasStore({}, 1200);
  let [text, version, attempts, asked] = [start, 1, 0, 0];
  const change = (next: string) => {
    const edits = [{ offset: 0, length: text.length, text: next }];
    text = next;
    session.changed({ baseVersion: version, version: ++version, edits });
  };
  const session: Session = new Session(
    {
      ready: () => void asked++,
      applyEdits: async ({ baseVersion, edits }) => {
        before({ type: change }, ++attempts);
        if (baseVersion !== version) return { outcome: 'stale' };
        change(applyTextEdits(text, toTextEdits(parseDocument(text, kinds), edits)));
        return { outcome: 'applied', version };
      },
    },
    store,
  );
  session.opened({ version, text, fileName: 'a.pipeline.json', readOnly: false });
  return { store, session, change, text: () => text, attempts: () => attempts, asked: () => asked };
}

test('an edit is written and comes back', async () => {
  const { session, store } = harness();
  expect(await session.write(() => [rename('Lake')])).toBe(true);
  expect(store.getState().document?.value.nodes[0]?.label).toBe('Lake');
});

test('somebody typed first: the edit is worked out again', async () => {
  const { session, text, attempts } = harness((host, attempt) => {
    if (attempt <= 2) host.type(`${text()} `);
  });
  expect(await session.write(({ value }) => [rename(`${value.nodes.length} nodes`)])).toBe(true);
  expect(attempts()).toBe(3);
  expect(text()).toContain('"1 nodes"');
});

test('a file that never rests is left alone, and said so', async () => {
  const { session, store, text } = harness((host) => host.type(`${text()} `));
  expect(await session.write(() => [rename('Lake')])).toBe(false);
  expect(store.getState().notice?.message).toMatch(/keeps changing/);
});

test('writes go one after the other', async () => {
  const { session, text } = harness();
  await Promise.all([
    session.write(() => [rename('one')]),
    session.write(({ value }) => [rename(`${value.nodes[0]?.label} two`)]),
  ]);
  expect(text()).toContain('"one two"');
});

test('damaged text keeps the last good design and is not written', async () => {
  const { session, store, change, attempts } = harness();
  change('{ "version": 1,, }');
  const state = store.getState();
  expect(state.document?.value.nodes.length).toBe(1);
  expect(state.damage).toMatchObject({ line: 1 });
  expect(isEditable(state)).toBe(false);
  expect(await session.write(() => [rename('x')])).toBe(false);
  expect(attempts()).toBe(0);
  change(start);
  expect(isEditable(store.getState())).toBe(true);
});

test('a missed change is asked for', () => {
  const { session, store, asked } = harness();
  session.changed({ baseVersion: 7, version: 8, edits: [] });
  expect(asked()).toBe(1);
  expect(store.getState().version).toBe(1);
});

test('elements that did not change are the same objects after a change', () => {
  const { store, change } = harness();
  const before = store.getState().document?.value.nodes[0];
  change(start.replace('"name": "a"', '"name": "b"'));
  expect(store.getState().document?.value.nodes[0]).toBe(before);
});
