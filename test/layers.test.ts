import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/**
 * The walls of the house, read from the imports. A breach is named with the chain that leads to it, as in
 * `webview/main.tsx -> src/lint/rules.ts`.
 */

const root = path.resolve(__dirname, '..');
const files = ['src', 'webview'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && !file.includes('golden') && !file.startsWith('dev/'),
    )
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
);

interface Import {
  readonly to: string;
  readonly dynamic: boolean;
  readonly typeOnly: boolean;
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const found: Import[] = [];
  for (const match of source.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    found.push({ to: resolve(file, match[2]!), dynamic: false, typeOnly: match[1] !== undefined });
  }
  for (const match of source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ to: resolve(file, match[1]!), dynamic: true, typeOnly: false });
  return found;
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const target = path.posix.join(path.posix.dirname(from), specifier);
  return [target, `${target}.ts`, `${target}.tsx`].find((candidate) => files.includes(candidate)) ?? target;
}

/** Room of a file: `src/model`, `webview`; for services and connections the light facets are a room of their own. */
function roomOf(file: string): string {
  const [first, second, third, ...rest] = file.split('/');
  if (first !== 'src') return first!;
  const name = rest.at(-1) ?? '';
  if (
    second === 'services' &&
    (/^(service|config|facts)\.ts$/.test(name) ||
      third === 'catalog.ts' ||
      (third === '_generated' && /^(service|palette)\.ts$/.test(name)))
  )
    return 'src/services (light)';
  if (
    second === 'connections' &&
    (name === 'connection.ts' ||
      third === 'matrix.ts' ||
      third === 'aliases.ts' ||
      (third === '_generated' && name === 'connection.ts'))
  )
    return 'src/connections (light)';
  return `src/${second}`;
}

const light = ['src/services (light)', 'src/connections (light)'];
const below: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/kit': ['src/model'],
  'src/services (light)': ['src/model', 'src/kit'],
  'src/connections (light)': ['src/model', 'src/kit', 'src/services (light)'],
  'src/services': ['src/model', 'src/kit', ...light],
  'src/connections': ['src/model', 'src/kit', 'src/services', ...light],
  'src/lint': ['src/model', 'src/kit', 'src/services', 'src/connections', ...light],
  'src/cdk': ['src/model', 'src/kit', 'src/services', 'src/connections', ...light],
  'src/synth': ['src/cdk'],
  'src/picture': ['src/model', 'src/kit', ...light],
  // Prints what the lint found.
  'src/report': ['src/model', 'src/kit', 'src/lint', 'src/picture', ...light],
  'src/protocol': ['src/model'],
  'src/server': ['src/model', 'src/kit', 'src/services', 'src/connections', 'src/lint', 'src/protocol', ...light],
  'src/cli': [
    'src/model',
    'src/kit',
    'src/services',
    'src/connections',
    'src/lint',
    'src/cdk',
    'src/synth',
    'src/picture',
    'src/report',
    'src/protocol',
    'src/server',
    ...light,
  ],
  'src/extension': [
    'src/model',
    'src/kit',
    'src/services',
    'src/connections',
    'src/lint',
    'src/cdk',
    'src/synth',
    'src/picture',
    'src/report',
    'src/protocol',
    'src/server',
    ...light,
  ],
  webview: ['src/model', 'src/kit', 'src/picture', 'src/protocol', ...light],
};

it('each room imports only what is below it', () => {
  const breaches: string[] = [];
  for (const [file, targets] of imports) {
    const room = roomOf(file);
    expect(Object.keys(below), `${file} stands in a room of the house`).toContain(room);
    for (const { to } of targets) {
      if (!files.includes(to)) continue;
      const target = roomOf(to);
      if (target !== room && !below[room]!.includes(target)) breaches.push(`${file} -> ${to}`);
    }
  }
  expect(breaches).toEqual([]);
});

it('services do not import each other, nor connections each other', () => {
  const breaches: string[] = [];
  for (const [file, targets] of imports) {
    const own = /^src\/(services|connections)\/([^/]+)\//.exec(file);
    if (!own || own[2] === '_generated') continue;
    for (const { to } of targets) {
      const other = /^src\/(services|connections)\/([^/]+)\//.exec(to);
      if (other && other[1] === own[1] && other[2] !== own[2]) breaches.push(`${file} -> ${to}`);
    }
  }
  expect(breaches).toEqual([]);
});

const only: readonly { what: string; module: RegExp; room: (file: string) => boolean }[] = [
  { what: 'vscode', module: /^vscode$/, room: (file) => file.startsWith('src/extension/') },
  {
    what: 'React',
    module: /^(react|react-dom|@xyflow\/react|@vscode-elements|elkjs|zustand)(\/|$)/,
    room: (file) => file.startsWith('webview/'),
  },
  {
    what: 'Node',
    module: /^node:/,
    room: (file) => /^src\/(cli|extension|synth)\//.test(file) || /^src\/server\/node(-host)?\.ts$/.test(file),
  },
  { what: 'the language client', module: /^vscode-languageclient/, room: (file) => file.startsWith('src/extension/') },
  {
    what: 'the language server',
    module: /^vscode-(languageserver|json-languageservice)/,
    room: (file) => file.startsWith('src/server/'),
  },
];

for (const { what, module, room } of only) {
  it(`${what} is imported only where it belongs`, () => {
    const breaches = [...imports].flatMap(([file, targets]) =>
      room(file) ? [] : targets.filter(({ to }) => module.test(to)).map(({ to }) => `${file} -> ${to}`),
    );
    expect(breaches).toEqual([]);
  });
}

it('zod is imported so that bundlers can drop what is not used', () => {
  const breaches = files.filter((file) =>
    /import\s+(?:type\s+)?\{[^}]*\}\s+from\s+'zod'|import\s+z\s+from\s+'zod'/.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(breaches).toEqual([]);
});

it('nothing heavy is reached from extension.ts by static import', () => {
  const heavy = /^(zod|jsonc-parser|react|elkjs|vscode-languageclient|vscode-languageserver|@aws-sdk)(\/|$)/;
  const chains: string[] = [];
  const seen = new Set<string>();
  const walk = (file: string, chain: readonly string[]): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { to, dynamic, typeOnly } of imports.get(file) ?? []) {
      if (dynamic || typeOnly) continue;
      if (heavy.test(to)) chains.push([...chain, file, to].join(' -> '));
      else if (files.includes(to)) walk(to, [...chain, file]);
    }
  };
  walk('src/extension/extension.ts', []);
  expect(chains).toEqual([]);
});
