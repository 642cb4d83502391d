import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { emitCdk } from '../../src/cdk/export';
import type { ExportedFile } from '../../src/cdk/files';
import { parseDocument } from '../../src/model/document';
import { kinds } from '../../src/services/catalog';
import { runs } from '../properties/runs';
import { joinedDesign } from './designs';
import { root } from './harness';
import { pairDesign, pairs } from './pairs';

/**
 * Exported apps compile under their own strict settings. Reading the types of the CDK takes most of the time, so all apps
 * are one program.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'dataweir-types-'));
symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(app: string, files: ReadonlyMap<string, ExportedFile>): void {
  for (const [file, { content }] of files) {
    const target = path.join(folder, app, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** Errors of the compiler over all apps, each with its file and the line it is about. */
function compile(): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(root, 'templates/cdk-app/tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    folder,
  );
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('node_modules'))
    .map((file) => path.join(folder, file));
  expect(sources.length).toBeGreaterThan(0);
  return ts.getPreEmitDiagnostics(ts.createProgram(sources, options)).map(({ file, start, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n');
    if (!file || start === undefined) return message;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${path.relative(folder, file.fileName)}: ${message}: ${file.text.split('\n')[line]!.trim()}`;
  });
}

it('templates, goldens, pairs and any designs compile under strict TypeScript', () => {
  const emit = (text: string): ReadonlyMap<string, ExportedFile> => emitCdk(parseDocument(text, kinds).value).files;
  const suffix = '.pipeline.json';
  for (const file of readdirSync(path.join(root, 'templates')).filter((name) => name.endsWith(suffix)))
    write(`template-${file.slice(0, -suffix.length)}`, emit(readFileSync(path.join(root, 'templates', file), 'utf8')));
  const services = path.join(root, 'src/services');
  for (const file of readdirSync(services, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('pipeline.jsonc'))
      write(`golden-${file.replaceAll(path.sep, '-')}`, emit(readFileSync(path.join(services, file), 'utf8')));
  for (const pair of pairs) write(`pair-${pair.from}-${pair.to}`, emit(JSON.stringify(pairDesign(pair))));
  fc.sample(joinedDesign, runs(100)).forEach((design, index) => {
    write(`any-${index}`, emit(JSON.stringify(design)));
  });
  expect(compile()).toEqual([]);
}, 600_000);
