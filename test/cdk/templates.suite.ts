import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportCdk } from '../../src/cdk/export';
import { matrix } from '../../src/connections/matrix';
import { lint } from '../../src/lint/lint';
import { rules } from '../../src/lint/rules';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import { AppFolder, root, type Synthesized } from './harness';

/** Every template: a design that people can trust as it is, with a story, and an app that deploys. */

const suffix = '.pipeline.json';
const folder = path.join(root, 'templates');
const templates = readdirSync(folder)
  .filter((file) => file.endsWith(suffix))
  .map((file) => [file.slice(0, -suffix.length), readFileSync(path.join(folder, file), 'utf8')] as const);

describe.each(templates)('template %s', (_id, text) => {
  const document = parseDocument(text, kinds);
  const verdict = lint(document, { kinds, rules, matrix, today: '2026-11-26' });
  const design = document.value;

  it('tells a story, of data with a profile and of people with grants', () => {
    expect(document.problems).toEqual([]);
    expect(design.name, 'a name in words').toMatch(/^\p{Lu}.* /u);
    expect(design.description?.length).toBeGreaterThan(80);
    for (const set of design.data) {
      expect(set, set.id).toMatchObject({
        name: expect.any(String) as unknown,
        owner: expect.any(String) as unknown,
        question: expect.any(String) as unknown,
        totalGB: expect.any(Number) as unknown,
        format: expect.any(String) as unknown,
        structure: expect.any(String) as unknown,
        freshnessSeconds: expect.any(Number) as unknown,
        retentionDays: expect.any(Number) as unknown,
        classification: expect.any(String) as unknown,
        pii: expect.any(Boolean) as unknown,
      });
    }
    expect(design.personas.length).toBeGreaterThan(0);
    expect(design.grants.length).toBeGreaterThan(0);
    for (const node of design.nodes) expect(node.position, node.id).toBeDefined();
  });

  it('lints without an error', () => {
    const errors = verdict.findings.filter(({ ownSeverity }) => ownSeverity === 'error');
    expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(verdict.suppressed).toEqual([]);
  });

  describe('as an app', () => {
    let result: Synthesized;
    beforeAll(async () => {
      const app = exportCdk(document, verdict);
      if (app.outcome === 'refused') throw new Error(JSON.stringify(app.refusals));
      using written = new AppFolder(app.files);
      result = await written.synthesize();
    }, 120_000);

    it('synthesizes, validates and passes cdk-nag with reasons', () => {
      const { invalid, nag, unneeded, warnings, unknownActions } = result;
      expect({ invalid, nag, unneeded, warnings, unknownActions }).toEqual({
        invalid: [],
        nag: [],
        unneeded: [],
        warnings: [],
        unknownActions: [],
      });
    });
  });
});
