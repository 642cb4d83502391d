import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { bytesAtOnce } from '../scripts/build/budgets';
import { dist, vsix } from '../scripts/paths';
import { largeDesign } from './design';
import { type Figure, middle } from './measure';

/** Budgets 12 to 14: activation, bundle sizes, the command line's start. Reads what `npm run build` and `npm run package` left. */
export function startupFigures(): Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataweir-bench-'));
  try {
    return [...activation(folder), ...sizes(), ...commandLine(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function activation(folder: string): Figure[] {
  const probe = path.join(folder, 'probe.cjs');
  // The editor's API as it looks from activate(): everything exists, nothing happens. A proxy is enough, for only loading and registering is timed.
  writeFileSync(
    probe,
    `const Module = require('node:module');
const anything = new Proxy(function () {}, { get: (_, key) => key === Symbol.toPrimitive ? () => '' : key === 'then' ? undefined : key === 'subscriptions' ? [] : anything, apply: () => anything, construct: () => anything });
const load = Module._load;
// A bundle copies the module's own names, so they must be there.
const names = ['window', 'commands', 'workspace', 'languages', 'env', 'extensions', 'tasks', 'debug', 'Uri', 'EventEmitter', 'Disposable', 'ViewColumn', 'Range', 'Position', 'Selection', 'ThemeIcon', 'RelativePattern', 'CancellationTokenSource', 'StatusBarAlignment', 'ProgressLocation', 'ConfigurationTarget', 'ExtensionMode', 'UIKind', 'LogLevel', 'l10n'];
const vscode = Object.fromEntries(names.map((name) => [name, anything]));
Module._load = (request, ...rest) => request === 'vscode' ? vscode : load(request, ...rest);
const started = performance.now();
const loaded = require(process.argv[2]);
if (loaded.activate) loaded.activate(anything);
console.log(performance.now() - started);
process.exit(0);
`,
  );
  const empty = path.join(folder, 'empty.cjs');
  writeFileSync(empty, 'exports.activate = () => {};\n');
  const time = (file: string): number =>
    middle(
      Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, [probe, file], { encoding: 'utf8' }))),
    );
  const ours = time(path.join(dist, 'extension.js'));
  return [
    {
      budget: '13',
      what: 'load and activate the extension',
      ours,
      reference: { what: 'an empty module', value: time(empty) },
      unit: 'ms',
      atMost: 10,
    },
    {
      budget: '13',
      what: 'load and activate the extension',
      ours,
      reference: { what: 'limit', value: 50 },
      unit: 'ms',
      atMost: 1,
    },
  ];
}

function sizes(): Figure[] {
  const atOnce = (bundle: string, output: string): number => {
    const metafile = JSON.parse(readFileSync(path.join(dist, 'meta', `${bundle}.json`), 'utf8')) as Metafile;
    return bytesAtOnce(metafile, output) / 1024;
  };
  const limit = (budget: string, what: string, ours: number, value: number): Figure => ({
    budget,
    what,
    ours,
    reference: { what: 'limit', value },
    unit: 'KB',
    atMost: 1,
  });
  const figures = [
    limit('13', 'the extension, loaded at once', atOnce('extension', 'dist/extension.js'), 60),
    limit('14', 'the canvas, loaded at once', atOnce('canvas', 'dist/webview/canvas.js'), 650),
  ];
  if (existsSync(vsix)) figures.push(limit('14', 'the package (.vsix)', statSync(vsix).size / 1024, 10 * 1024));
  return figures;
}

function commandLine(folder: string): Figure[] {
  const design = path.join(folder, 'thirty.pipeline.json');
  writeFileSync(design, largeDesign(30));
  const wall = (args: readonly string[]): number =>
    middle(
      Array.from({ length: 9 }, () => {
        const started = performance.now();
        execFileSync(process.execPath, args, { stdio: 'ignore' });
        return performance.now() - started;
      }),
    );
  const cli = path.join(dist, 'cli.js');
  if (readFileSync(cli).length === 0) throw new Error('dist/cli.js is empty');
  return [
    {
      budget: '12',
      what: 'dataweir lint, 30 nodes',
      ours: wall([cli, 'lint', '--fail-on', 'never', design]),
      reference: { what: 'node -e 0', value: wall(['-e', '0']) },
      unit: 'ms',
      atMost: 2.5,
    },
  ];
}
