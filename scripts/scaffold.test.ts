import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import { parseFixtures } from '../src/lint/fixture';
import { ruleFiles } from './new-rule';
import { serviceFiles } from './new-service';

const names = (files: Map<string, string> | string): string[] =>
  typeof files === 'string' ? [files] : [...files.keys()];

it('new-rule writes a rule where it belongs, with a case of each sort', () => {
  expect(names(ruleFiles('cost/s3-too-dear', 'info', 's3'))).toEqual([
    'src/services/s3/rules/s3-too-dear.ts',
    'src/services/s3/rules/s3-too-dear.fixtures.jsonc',
  ]);
  const files = ruleFiles('graph/too-long', 'warning', undefined) as Map<string, string>;
  expect([...files.keys()][0]).toBe('src/lint/rules/graph/too-long.ts');
  const [rule, fixtures] = [...files.values()];
  expect(transformSync(rule!, { loader: 'ts' }).code).toContain('"graph/too-long"');
  expect(parseFixtures(fixtures!).map(({ kind }) => kind)).toEqual(['bad', 'good', 'unresolved']);
});

it('new-rule says what is wrong with its words', () => {
  expect(ruleFiles('price/x', 'info', undefined)).toMatch(/^Usage: .*\nPillars: security, /);
  expect(ruleFiles('cost/x', 'fatal', undefined)).toBe('Severities: hint, info, warning, error');
  expect(ruleFiles('cost/x', 'info', 'nothing')).toBe('There is no service folder "nothing".');
  expect(ruleFiles('graph/dangling-edge', 'info', undefined)).toBe(
    'src/lint/rules/graph/dangling-edge.ts exists already.',
  );
});

it('new-service writes the facets of a service, whatever its label holds', () => {
  const label = `Amazon 'X' \\ \${y}`;
  const files = serviceFiles({ kind: 'my-store', label, stage: 'storage', role: undefined, icon: undefined }) as Map<
    string,
    string
  >;
  expect([...files.keys()]).toEqual(
    ['service', 'config', 'facts', 'cdk'].map((facet) => `src/services/my-store/${facet}.ts`),
  );
  for (const source of files.values()) transformSync(source, { loader: 'ts' });
  expect(files.get('src/services/my-store/service.ts')).toContain("role: 'store'");
  expect(serviceFiles({ kind: 's3', label, stage: 'storage', role: undefined, icon: undefined })).toBe(
    'src/services/s3 exists already.',
  );
  expect(serviceFiles({ kind: 'My Store', label, stage: 'storage', role: undefined, icon: undefined })).toMatch(
    /^Usage: /,
  );
});
