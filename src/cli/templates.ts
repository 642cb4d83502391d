import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from './package';

const suffix = '.pipeline.json';

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly text: string;
}

/** The starter designs of this package, sorted by id. */
export function readTemplates(): Template[] {
  const folder = path.join(packageRoot(), 'templates');
  return readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const id = file.slice(0, -suffix.length);
      const design: unknown = JSON.parse(text);
      return { id, name: textAt(design, 'name') ?? id, description: textAt(design, 'description') ?? '', text };
    });
}

function textAt(design: unknown, key: 'name' | 'description'): string | undefined {
  if (typeof design !== 'object' || design === null) return undefined;
  const value: unknown = Reflect.get(design, key);
  return typeof value === 'string' ? value : undefined;
}
