import { readdirSync } from 'node:fs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { registries } from './generate/registries';
import { type Outputs, writeOutputs } from './generate/outputs';

/**
 * Writes what is derived from the sources: facet registries, JSON Schema, pages, contribution blocks, icons.
 * Registries come first: the other generators import them.
 */
export const root = path.resolve(__dirname, '..');

export async function generateAll(): Promise<Outputs> {
  const outputs: Outputs = new Map(registries(root));
  return outputs;
}

async function main(): Promise<void> {
  const changed = writeOutputs(root, registries(root));
  const { derived } = await import('./generate/derived');
  changed.push(...writeOutputs(root, await derived(root)));
  console.log(changed.length === 0 ? 'Everything is up to date.' : changed.map((file) => `wrote ${file}`).join('\n'));
}

if (require.main === module) void main();
void readdirSync;
void existsSync;
