import { expect, it } from 'vitest';
import { matrix } from '../../../connections/matrix';
import { parseDocument } from '../../../model/document';
import { kinds } from '../../../services/catalog';
import { lint } from '../../lint';
import { rule } from './emr-release';

/** The fixtures are read on one day: what a release becomes later is here. */
function severityOn(today: string, releaseLabel: string): string | undefined {
  const design = { version: 1, name: 'x', nodes: [{ id: 'a', kind: 'emr-ec2', config: { releaseLabel } }] };
  return lint(parseDocument(JSON.stringify(design), kinds), { kinds, rules: [rule], matrix, today }).findings[0]
    ?.severity;
}

it('a release is fine on its last day of support, and worse from its end of life on', () => {
  expect(severityOn('2027-05-19', 'emr-7.9.0')).toBeUndefined();
  expect(severityOn('2027-05-20', 'emr-7.9.0')).toBe('warning');
  expect(severityOn('2028-05-18', 'emr-7.9.0')).toBe('warning');
  expect(severityOn('2028-05-19', 'emr-7.9.0')).toBe('error');
});
