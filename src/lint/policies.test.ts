import { describe, expect, it } from 'vitest';
import { conditionKeys, covers } from './policies';

describe('covers', () => {
  it.each([
    ['s3:GetObject', 's3:getobject', true],
    ['s3:*', 's3:PutObject', true],
    ['*', 's3:PutObject', true],
    ['s3:Get*', 's3:PutObject', false],
    ['s3:?etObject', 's3:GetObject', true],
    ['iam:Pass*', 'iam:PassRole', true],
    ['*:*Role', 'iam:PassRole', true],
    ['*:*Role', 'iam:PassRoles', false],
    ['s3:GetObject*', 's3:GetObject', true],
    ['', 's3:GetObject', false],
  ])('%s and %s: %s', (pattern, action, expected) => {
    expect(covers(pattern, action)).toBe(expected);
  });

  it('does not grow with the stars of a hostile pattern', () => {
    const started = performance.now();
    expect(covers(`${'*a'.repeat(200)}b`, 'a'.repeat(2000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

it('conditionKeys finds keys behind operators and without', () => {
  const keys = conditionKeys({ StringEquals: { 'aws:SourceAccount': '1' }, 'sts:ExternalId': 'x' });
  expect([...keys]).toEqual(['aws:sourceaccount', 'sts:externalid']);
});
