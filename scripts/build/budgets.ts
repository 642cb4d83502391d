import type { Metafile } from 'esbuild';

/** What must be loaded before anything is seen, and how much that may be. */
interface Budget {
  readonly output: string;
  readonly maxBytes: number;
  /** Packages that are worth loading only when they are needed. */
  readonly without: readonly string[];
}

const budgets: readonly Budget[] = [
  {
    output: 'dist/extension.js',
    maxBytes: 60 * 1024,
    without: [
      'vscode-languageclient',
      'vscode-languageserver',
      'vscode-json-languageservice',
      'zod',
      '@aws-sdk',
      'elkjs',
      'react',
    ],
  },
  { output: 'dist/webview/canvas.js', maxBytes: 650 * 1024, without: ['elkjs'] },
];

/** @returns a sentence for each budget that is exceeded. A file that the metafile does not have is not judged. */
export function exceededBudgets(metafile: Metafile): readonly string[] {
  return budgets.flatMap(({ output, maxBytes, without }) => {
    const files = loadedAtOnce(metafile, output);
    const bytes = bytesAtOnce(metafile, output);
    const inputs = new Set(files.flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {})));
    const heavy = without.filter((name) => [...inputs].some((input) => input.includes(`node_modules/${name}/`)));
    return [
      ...(bytes > maxBytes
        ? [`${output} and what it loads at once are ${bytes} bytes; at most ${maxBytes} are allowed.`]
        : []),
      ...heavy.map((name) => `${output} loads ${name} at once; import it where it is needed, by import().`),
    ];
  });
}

/** Bytes of an output and of all that it imports statically. */
export function bytesAtOnce(metafile: Metafile, output: string): number {
  return loadedAtOnce(metafile, output).reduce((sum, file) => sum + (metafile.outputs[file]?.bytes ?? 0), 0);
}

/** The output and all that it imports statically. */
function loadedAtOnce(metafile: Metafile, output: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    const entry = metafile.outputs[file];
    if (!entry || found.has(file)) return;
    found.add(file);
    for (const { path, kind } of entry.imports) if (kind === 'import-statement') visit(path);
  };
  visit(output);
  return [...found];
}
