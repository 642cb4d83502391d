import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { listNames, listSchemas } from '../../src/model/vocabulary';
import { kinds } from '../../src/services/catalog';
import { complaint, type Field, fieldEdits, formOf } from './form-model';

const element = { list: 'nodes' as const, id: 'n' };
const s3 = formOf(kinds.get('s3')!.config);
const field = (fields: readonly Field[], key: string) => fields.find((candidate) => candidate.key === key)!;

function flatten(fields: readonly Field[]): Field[] {
  return fields.flatMap((inner) => [inner, ...('fields' in inner.widget ? flatten(inner.widget.fields) : [])]);
}

describe('a form from a schema', () => {
  test('takes the words of the schema', () => {
    expect(field(s3, 'expireDays')).toMatchObject({
      title: 'Expire after',
      unit: 'days',
      group: 'Cost',
      required: false,
      fallback: undefined,
      widget: { type: 'number', whole: true, min: 0 },
    });
    expect(field(s3, 'versioning')).toMatchObject({
      fallback: 'disabled',
      widget: { type: 'choice', options: ['enabled', 'disabled', 'suspended'] },
    });
    expect(field(s3, 'tlsOnly').widget.type).toBe('flag');
    expect(field(s3, 'lifecycle').widget).toMatchObject({ type: 'objects' });
    expect(field(s3, 'blockPublicAccess').widget).toMatchObject({ type: 'object' });
    expect(field(s3, 'objectOwnership').advanced).toBe(true);
  });

  test('offers numbers that are listed one by one as a choice', () => {
    const connect = formOf(kinds.get('msk-connect')!.config);
    expect(field(connect, 'unitsPerWorker').widget).toEqual({ type: 'choice', options: [1, 2, 4, 8] });
    const [size] = formOf(z.strictObject({ size: z.union([z.literal(32), z.literal([64, 128])]) }));
    expect(size?.widget).toEqual({ type: 'choice', options: [32, 64, 128] });
  });

  test('knows ids of other elements', () => {
    const node = formOf(listSchemas.nodes);
    expect(field(node, 'data').widget).toEqual({ type: 'references', target: 'data' });
    expect(field(node, 'kmsKey').widget).toEqual({ type: 'reference', target: 'node:kms' });
    expect(field(node, 'tags').widget.type).toBe('map');
    expect(field(node, 'logs').widget.type).toBe('choices');
    expect(field(node, 'ingressCidrs').widget.type).toBe('texts');
    expect(field(formOf(listSchemas.data), 'systemOfRecord').widget).toEqual({ type: 'references', target: 'nodes' });
  });

  test('gives every field of every service and list a control of its own', () => {
    const all = [
      ...[...kinds.values()].map(({ config }) => formOf(config)),
      ...listNames.map((list) => formOf(listSchemas[list])),
    ];
    const raw = all.flatMap(flatten).filter(({ widget }) => widget.type === 'json');
    expect([...new Set(raw.map(({ key }) => key))].sort()).toEqual(rawFields);
  });

  test('says what is wrong with a value', () => {
    expect(complaint(field(s3, 'expireDays'), 0)).toMatch(/more than 0|at least 1/);
    expect(complaint(field(s3, 'expireDays'), 1.5)).toMatch(/whole number/);
    expect(complaint(field(s3, 'expireDays'), 30)).toBeUndefined();
  });
});

/** Edited as JSON: their shape has no simpler form. */
const rawFields = ['conditions', 'trustConditions'];

describe('a changed field', () => {
  test('is one edit', () => {
    expect(fieldEdits(element, {}, ['config', 'expireDays'], 3)).toEqual([
      { op: 'set', element, path: ['config', 'expireDays'], value: 3 },
    ]);
  });

  test('is taken out with the object that it leaves empty', () => {
    const root = { config: { blockPublicAccess: { blockPublicAcls: false } } };
    expect(fieldEdits(element, root, ['config', 'blockPublicAccess', 'blockPublicAcls'], undefined)).toEqual([
      { op: 'unset', element, path: ['config'] },
    ]);
    expect(fieldEdits(element, { config: { a: 1, b: 2 } }, ['config', 'a'], undefined)).toEqual([
      { op: 'unset', element, path: ['config', 'a'] },
    ]);
  });

  test('leaves an item of a list in its place', () => {
    const root = { config: { lifecycle: [{ prefix: 'a' }] } };
    expect(fieldEdits(element, root, ['config', 'lifecycle', 0, 'prefix'], undefined)).toEqual([
      { op: 'unset', element, path: ['config', 'lifecycle', 0, 'prefix'] },
    ]);
    expect(fieldEdits(element, root, ['config', 'lifecycle', 0], undefined)).toEqual([
      { op: 'unset', element, path: ['config'] },
    ]);
  });

  test('that was not set needs no edit to be unset', () => {
    expect(fieldEdits(element, {}, ['config', 'x'], undefined)).toEqual([]);
  });
});
