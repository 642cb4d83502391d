import { expect, it } from 'vitest';
import { kinds } from '../services/catalog';
import { parseDocument } from './document';

const problems = (node: object, groups: object[]): string[] =>
  parseDocument(
    JSON.stringify({ version: 1, name: 'x', nodes: [{ id: 'n', kind: 's3', label: 'Lake', ...node }], groups }),
    kinds,
  ).problems.map(({ code, message }) => `${code}: ${message}`);

it('a node that says otherwise than its group is told so', () => {
  const subnet = { id: 'back', kind: 'subnet', subnet: 'private', nodes: ['n'] };
  expect(problems({ subnet: 'public' }, [subnet])).toEqual([
    'document.contradiction: "Lake" says subnet "public", but lies in a group whose subnet is "private". The group counts: change one of the two.',
  ]);
  expect(problems({ subnet: 'private' }, [subnet])).toEqual([]);
  expect(problems({}, [subnet])).toEqual([]);
});

it('outer groups speak too, and a group within itself ends', () => {
  const region = { id: 'home', kind: 'region', region: 'eu-west-1', parent: 'net' };
  const vpc = { id: 'net', kind: 'vpc', parent: 'home', nodes: ['n'] };
  expect(problems({ region: 'us-east-1' }, [vpc, region])).toHaveLength(1);
});
