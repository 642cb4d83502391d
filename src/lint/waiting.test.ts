import { expect, test } from 'vitest';
import { waitingFields } from './waiting';

test('the field that most rules wait for comes first, among equals by name', () => {
  expect(
    waitingFields([
      { rule: 'cost/b', element: 'lake', fields: ['data/clicks/owner', 'architecture/region'] },
      { rule: 'cost/a', element: 'lake', fields: ['data/clicks/retentionDays'] },
      { rule: 'cost/a', element: 'raw', fields: ['data/clicks/retentionDays'] },
      { rule: 'cost/c', element: 'raw', fields: ['nodes/raw/config/mode', 'architecture/region'] },
    ]),
  ).toEqual([
    { owner: 'architecture', field: 'region', rules: ['cost/b', 'cost/c'] },
    { owner: 'data/clicks', field: 'owner', rules: ['cost/b'] },
    { owner: 'data/clicks', field: 'retentionDays', rules: ['cost/a'] },
    { owner: 'nodes/raw', field: 'config/mode', rules: ['cost/c'] },
  ]);
  expect(waitingFields([])).toEqual([]);
});
