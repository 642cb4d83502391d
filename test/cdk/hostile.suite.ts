// biome-ignore-all lint/suspicious/noTemplateCurlyInString: attacks look like this
import fc from 'fast-check';
import * as ts from 'typescript';
import { expect, it } from 'vitest';
import { type ExportedApp, emitCdk, exportCdk } from '../../src/cdk/export';
import { planExport } from '../../src/cdk/plan';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import { runs } from '../properties/runs';
import { joinedDesign } from './designs';
import { AppFolder } from './harness';

/** Text of a design is data: it reaches code, templates, JSON and Markdown as the text it is, or not at all. */

const attacks = [
  '${pwned()}',
  "'; pwned(); '",
  '"; pwned(); "',
  '`; pwned(); `',
  '*/ pwned(); /*',
  '\n pwned(); //',
  '\r\n// @ts-expect-error\npwned();',
  '\u2028pwned();',
  '\\',
  "\\'; pwned(); //",
  '${Token[pwned.1]}',
  '#{Token[pwned.2]}',
  '{{resolve:secretsmanager:pwned}}',
  '</script><!-- pwned -->',
  '```\npwned\n```',
  '\ud800pwned',
  '\u202epwned',
  '#set($pwned = 1)$pwned',
  '../../../pwned',
];
const attack = fc.oneof(
  fc.constantFrom(...attacks),
  fc
    .tuple(fc.constantFrom(...attacks), fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom(...attacks))
    .map((parts) => parts.join('')),
);

/** Fields that hold what people type. */
const free = new Set([
  'name',
  'label',
  'description',
  'question',
  'owner',
  'notes',
  'sql',
  'sid',
  'reason',
  'type',
  'prefix',
  'errorPrefix',
  'column',
  'database',
  'securityConfiguration',
  'title',
  'framework',
  'format',
]);

const hostileDesign = fc
  .tuple(joinedDesign, fc.array(attack, { minLength: 20, maxLength: 20 }))
  .map(([design, texts]) => {
    let next = 0;
    const walk = (value: unknown, key: string): unknown => {
      if (Array.isArray(value)) return value.map((item) => walk(item, key));
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
      return typeof value === 'string' && free.has(key) ? texts[next++ % texts.length] : value;
    };
    const columns = texts.slice(0, 4).map((text) => ({ name: text, type: text }));
    const hostile = walk(design, '') as { data?: object[] };
    return {
      ...hostile,
      name: texts[0]!,
      description: texts[1]!,
      data: (hostile.data ?? []).map((data) => ({ ...data, columns })),
    };
  });

interface Names {
  readonly identifiers: Set<string>;
  readonly texts: string[];
}

/** Names and texts of a source file, by TypeScript's own parser. */
function namesOf(file: string, text: string): Names {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  expect((source as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics, file).toEqual([]);
  const found: Names = { identifiers: new Set(), texts: [] };
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.identifiers.add(node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.texts.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

function expectHarmless({ files }: ExportedApp): void {
  for (const [file, { content }] of files) {
    expect(file).not.toMatch(/pwned|\.\.\//);
    if (file.endsWith('.ts')) {
      const { identifiers, texts } = namesOf(file, content);
      for (const identifier of identifiers) expect(identifier, file).not.toMatch(/pwned/i);
      // What the CDK and CloudFormation would put other values in the place of.
      for (const text of texts) expect(text, file).not.toMatch(/\{\{resolve|[$#]\{Token\[/);
    }
    if (file.endsWith('.json')) JSON.parse(content);
    expect(content, file).not.toMatch(/[\r\u2028\u202e]/);
    // A comment may speak to the compiler.
    expect(content, file).not.toMatch(/^\s*(\/\/|\*|\/\*).*@ts-/m);
  }
}

it('whatever people type stays text', () => {
  fc.assert(
    fc.property(hostileDesign, (design) => expectHarmless(emitCdk(parseDocument(JSON.stringify(design), kinds).value))),
    runs(60),
  );
});

it('a label that would end the process, a string or a comment does nothing of it', async () => {
  const label = '${process.exit(1)}"\'\n*/';
  const text = { label, owner: label, notes: label };
  const design = {
    version: 1,
    name: label,
    description: label,
    data: [
      {
        id: 'clicks',
        name: label,
        format: 'json',
        columns: [
          { name: label, type: 'string', description: label },
          { name: 'x', type: label },
        ],
      },
    ],
    nodes: [
      { id: 'api', kind: 'api-gateway', ...text, config: { authorization: 'iam' } },
      {
        id: 'delivery',
        kind: 'firehose',
        ...text,
        config: { formatConversion: 'parquet', prefix: label, errorPrefix: label },
      },
      {
        id: 'lake',
        kind: 's3',
        ...text,
        tags: { [label]: label },
        config: { tlsOnly: true, lifecycle: [{ prefix: label, expireDays: 3 }] },
      },
      { id: 'catalog', kind: 'glue-catalog', ...text },
      { id: 'ask', kind: 'athena', ...text },
      { id: 'crawler', kind: 'glue-crawler', ...text, config: { securityConfiguration: label } },
      { id: 'board', kind: 'quicksight', ...text },
    ],
    edges: [
      { id: 'put', from: 'api', to: 'delivery', data: 'clicks', label },
      { id: 'land', from: 'delivery', to: 'lake', data: 'clicks', label },
      { id: 'schema', from: 'delivery', to: 'catalog', kind: 'metadata' },
      { id: 'query', from: 'lake', to: 'ask', data: 'clicks', prefix: label },
      { id: 'definitions', from: 'ask', to: 'catalog', kind: 'metadata' },
      { id: 'crawl', from: 'lake', to: 'crawler', data: 'clicks', prefix: label },
      { id: 'refresh', from: 'ask', to: 'board', data: 'clicks' },
    ],
    queries: [{ id: 'all', name: label, description: label, node: 'ask', sql: `SELECT '${label}'` }],
    suppressions: [{ rule: 'operations/bucket-access-log-off', on: 'lake', reason: label }],
  };
  const document = parseDocument(JSON.stringify(design), kinds);
  expect(document.problems).toEqual([]);
  const exported = emitCdk(document.value);
  const plainDesign = JSON.parse(
    JSON.stringify(design).replaceAll(JSON.stringify(label).slice(1, -1), 'plain'),
  ) as object;
  const plain = emitCdk(parseDocument(JSON.stringify(plainDesign), kinds).value);
  for (const file of ['bin/app.ts', 'lib/pipeline-stack.ts', 'lib/generated/pipeline-base.ts']) {
    const known = namesOf(file, plain.files.get(file)!.content).identifiers;
    expect(
      [...namesOf(file, exported.files.get(file)!.content).identifiers].filter((name) => !known.has(name)),
      file,
    ).toEqual([]);
  }
  using app = new AppFolder(exported.files);
  const { invalid, nag, unneeded, warnings, template } = await app.synthesize();
  expect({ invalid, nag, unneeded, warnings }).toEqual({ invalid: [], nag: [], unneeded: [], warnings: [] });
  // The query is what was typed, to the byte.
  const query = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::Athena::NamedQuery');
  expect(query?.Properties?.QueryString).toBe(`SELECT '${label}'`);
});

it('labels and their like change comments, the README and reasons, and no logical id', async () => {
  const design = (label: string, name: string) => ({ version: 1, name, nodes: [{ id: 'lake', kind: 's3', label }] });
  const templates = await Promise.all(
    [design('Lake', 'one'), design('Another name', 'two')].map(async (value) => {
      using app = new AppFolder(emitCdk(parseDocument(JSON.stringify(value), kinds).value).files);
      return (await app.synthesize()).template;
    }),
  );
  expect(templates[1]).toEqual(templates[0]);
});

it('ids that the CDK, TypeScript or a file system keep for themselves come through', async () => {
  const ids = [
    'Default',
    'Resource',
    'BootstrapVersion',
    'CDKMetadata',
    'constructor',
    'node',
    'account',
    'region',
    'tags',
    'class',
    'con',
    'a-b',
    'a.b',
    'ab',
    'aB',
    'A',
    'a',
    '1st',
    'QuickSightPrincipalArn',
    'x-role',
    'x',
  ];
  const nodes = ids.map((id, index) => ({ id, kind: ['s3', 'lambda', 'kinesis-data-streams'][index % 3] }));
  const exported = emitCdk(parseDocument(JSON.stringify({ version: 1, name: 'toString', nodes }), kinds).value);
  const folders = [...exported.files.keys()].map((file) => file.toLowerCase());
  expect(new Set(folders).size).toBe(folders.length);
  using app = new AppFolder(exported.files);
  const { invalid, nag, unneeded, warnings } = await app.synthesize();
  expect({ invalid, nag, unneeded, warnings }).toEqual({ invalid: [], nag: [], unneeded: [], warnings: [] });
});

it('exporting again keeps what the user wrote and rewrites what is generated', () => {
  const design = (label: string, more: object[] = []) =>
    parseDocument(
      JSON.stringify({ version: 1, name: label, nodes: [{ id: 'lake', kind: 's3', label }, ...more] }),
      kinds,
    );
  const filesOf = (document: ReturnType<typeof design>) => {
    const exported = exportCdk(document, { findings: [], suppressed: [] });
    if (exported.outcome === 'refused') throw new Error('refused');
    return exported.files;
  };
  const folder = new Map<string, string>();
  const carryOut = (document: ReturnType<typeof design>) => {
    const plan = planExport(filesOf(document), folder);
    for (const step of plan.actions) {
      if (step.action === 'write') folder.set(step.path, step.content);
      if (step.action === 'write-new') folder.set(step.newPath, step.content);
    }
    return plan;
  };
  carryOut(design('first'));
  folder.set('lib/pipeline-stack.ts', '// mine');
  expect(carryOut(design('second', [{ id: 'count', kind: 'lambda' }])).conflicts).toEqual([]);
  expect(folder.get('lib/pipeline-stack.ts')).toBe('// mine');
  expect(folder.get('lib/generated/pipeline-base.ts')).toContain('second');
  folder.set('lambda/count/index.mjs', '// mine too');
  folder.set('lib/generated/pipeline-base.ts', '// edited');
  expect(carryOut(design('third', [{ id: 'count', kind: 'lambda' }])).conflicts).toEqual([
    'lib/generated/pipeline-base.ts',
  ]);
  expect(folder.get('lib/generated/pipeline-base.ts')).toBe('// edited');
  expect(folder.get('lib/generated/pipeline-base.ts.new')).toContain('third');
  // A function that went leaves its code behind: that is the user's.
  carryOut(design('fourth'));
  expect(folder.get('lambda/count/index.mjs')).toBe('// mine too');
});

it('refuses a design with errors, suppressed or not, and a document that cannot be read', () => {
  const document = parseDocument('{ "version": 1, "name": "x", "nodes": [{ "id": "lake", "kind": "s3" }] }', kinds);
  const finding = {
    rule: 'security/s3-public-access',
    element: 'lake',
    message: 'open',
    ownSeverity: 'error',
  } as const;
  const refusals = [{ rule: finding.rule, element: 'lake', message: 'open' }];
  expect(exportCdk(document, { findings: [finding], suppressed: [] })).toEqual({ outcome: 'refused', refusals });
  expect(exportCdk(document, { findings: [], suppressed: [finding] })).toEqual({ outcome: 'refused', refusals });
  expect(exportCdk(document, { findings: [finding], suppressed: [] }, { allowErrors: true }).outcome).toBe('exported');
  expect(exportCdk(document, { findings: [{ ...finding, ownSeverity: 'warning' }], suppressed: [] }).outcome).toBe(
    'exported',
  );
  const broken = parseDocument('{ "version": 1, "name": "x", "nodes": [{ "id": "lake", "kind": "s4" }] }', kinds);
  expect(exportCdk(broken, { findings: [], suppressed: [] }, { allowErrors: true })).toMatchObject({
    outcome: 'refused',
    refusals: [{ rule: 'document.unknown-kind' }],
  });
});

it('refuses what no stack can hold, with the number', () => {
  const nodes = Array.from({ length: 501 }, (_, index) => ({ id: `stream-${index}`, kind: 'kinesis-data-streams' }));
  const document = parseDocument(JSON.stringify({ version: 1, name: 'many', nodes }), kinds);
  expect(exportCdk(document, { findings: [], suppressed: [] })).toMatchObject({
    outcome: 'refused',
    refusals: [{ rule: 'export.too-many-resources', message: expect.stringContaining('501') }],
  });
});
