import { expect, test } from 'vitest';
import { type DataSet, listSchemas } from '../model/vocabulary';
import { dataProfiles, missingFields } from './data-profiles';

test.each(dataProfiles)('$label is a data set, and claims nothing that only its owner knows', (profile) => {
  expect(listSchemas.data.safeParse({ id: 'a', ...profile.fields }).error).toBeUndefined();
  const known: readonly (keyof DataSet)[] = ['owner', 'question', 'classification', 'pii', 'totalGB', 'retentionDays'];
  for (const field of known) expect(profile.fields).not.toHaveProperty(field);
});

test('what is declared stays', () => {
  const [clickstream] = dataProfiles;
  const filled = missingFields({ id: 'a', format: 'avro', replayHours: 0 }, clickstream!);
  expect(filled).not.toHaveProperty('format');
  expect(filled).not.toHaveProperty('replayHours');
  expect(filled).toMatchObject({ arrival: 'stream', hotDays: 30 });
});
